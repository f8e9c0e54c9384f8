import type { SpeakRequest } from '../speaker.ts';
import type { Span } from './build-spans.ts';
import type { Relevance } from './judge-sentences.ts';
import { wordsOf } from './split-sentences.ts';
import { termsHeld } from './whole-text.ts';

const instruction =
  /^(?:(?:and|but|so|please)[,:]? )*how (?:do|can|could|should|must) (?:i|we) (?<what>[\p{L}’' -]{3,80})$/iu;
/** What comes after them is how, when or with what it is done. */
const aside =
  / (?:in|on|at|for|with|from|to|of|by|when|if|after|before|without|again|myself|ourselves|there|here|today)(?: .*)?$/iu;

/**
 * "How do I order more receipt paper?": what tells how something else is ordered would be followed all the same. What is
 * asked for must be named in the text, by its last word at least.
 */
export function ofWhatIsDone(
  spans: readonly Span[],
  { question, language }: Pick<SpeakRequest, 'question' | 'language'>,
  { analyse }: Pick<Relevance, 'analyse'>,
): Span[] {
  const what = instruction.exec(question.replace(/[\s?!.…]+$/u, ''))?.groups?.['what'];
  if (language !== 'en' || what === undefined) return [...spans];
  const words = wordsOf(what.replace(aside, ''));
  const last = words.length < 2 ? undefined : words.at(-1);
  const terms = last === undefined ? [] : analyse(last, language);
  if (terms.length === 0) return [...spans];
  return spans.filter((span) => {
    const held = termsHeld(span, analyse);
    return terms.some((term) => held.has(term));
  });
}
