import { wordsOf, type ToneUnit } from '@personate/language';

/** About as long as a reply. */
const wanted = { fewestWords: 15, mostWords: 45 };

/** So many texts from all over what the persona wrote, each a few sentences of one document. */
export function sampleTexts(own: readonly ToneUnit[], count: number): string[] {
  const texts = new Map<string, string>();
  for (const { group, text } of own) {
    const before = texts.get(group);
    const longer = before === undefined ? text : `${before} ${text}`;
    if (wordsOf(longer).length <= wanted.mostWords) texts.set(group, longer);
  }
  const long = [...texts.values()].filter((text) => wordsOf(text).length >= wanted.fewestWords);
  if (long.length <= count) return long;
  return Array.from(
    { length: count },
    (_, n) => long[Math.floor((n * long.length) / count)] as string,
  );
}
