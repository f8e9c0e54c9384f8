/** What a sentence gives away by: numbers, and names but for its first word; addresses count as names. */
export interface HardFacts {
  numbers: string[];
  names: string[];
}

const address =
  /(?:https?:\/\/|www\.)[^\s)>\]]{2,200}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/giu;
const number = /\d+(?:[.,]\d+)*/gu;
const name =
  /(?<=[\p{L}\p{N},;:)’'”"–-]\s["'“‘(]?)\p{Lu}[\p{L}\p{M}]+(?:['’-]\p{Lu}?[\p{L}\p{M}]+)*/gu;
/** Written with a capital, and nobody's name. */
const noNames = new Set(['i', "i'm", "i'd", "i'll", "i've", 'ai', 'ki', 'ia']);
/** Every noun has a capital there. */
const capitalNouns = new Set(['de', 'lb']);

export function hardFactsOf(sentence: string, language: string): HardFacts {
  const numbers = [...sentence.matchAll(number)].map(([text]) => plainNumber(text));
  const names = capitalNouns.has(language)
    ? []
    : [...sentence.matchAll(name)]
        .map(([text]) => text.replaceAll('’', "'").replace(/'s$/u, ''))
        .filter((text) => !noNames.has(text.toLowerCase()));
  const addresses = sentence.match(address) ?? [];
  return { numbers: [...new Set(numbers)], names: [...new Set([...names, ...addresses])] };
}

/** 1,200 and 1.200 are one number; 3.5 is another. */
export function plainNumber(text: string): string {
  return text.replace(/[.,](?=\d{3}(?!\d))/gu, '').replace(/^0+(?=\d)/u, '');
}
