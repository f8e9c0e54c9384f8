import { plainText, plainWords } from './plain-words.ts';

const numbers = /\p{N}+(?:[.,]\p{N}+)*/gu;
/** A capital inside a sentence: after a small letter, a comma or a number, and a space. */
const inner = /(?<=[\p{Ll}\p{N},;] )\p{Lu}[\p{L}'’-]+/gu;
const unsaid = new Set(['I', "I'm", "I've", "I'd", "I'll", 'I’m', 'I’ve', 'I’d', 'I’ll']);

/** What a reply may get wrong and anybody can look up: its numbers and its names. */
export function hardFacts(text: string): string[] {
  const names = (text.match(inner) ?? []).filter((word) => !unsaid.has(word));
  return [...new Set([...(text.match(numbers) ?? []), ...names])];
}

/** Those of the facts that stand in none of the texts. */
export function unsupported(facts: readonly string[], texts: readonly string[]): string[] {
  const held = new Set(texts.flatMap(plainWords));
  const whole = texts.map(plainText).join(' ');
  return facts.filter((fact) => !held.has(plainText(fact)) && !whole.includes(plainText(fact)));
}
