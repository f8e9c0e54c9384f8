import { generator } from './generator.ts';

const nouns =
  'harbour boat kitchen letter river garden engine teacher morning winter bicycle window neighbour market sister lantern bridge orchard workshop station notebook coat dog radio meadow ferry bakery stone violin ladder'.split(
    ' ',
  );
const verbs =
  'mended carried painted found lost borrowed sold remembered drew followed opened kept measured cleaned watched wrote built planted heard taught'.split(
    ' ',
  );
const others =
  'old quiet wet crooked green small proud careful sudden bright heavy patient narrow cheap warm empty stubborn gentle loose late'.split(
    ' ',
  );
const joints = 'and while because after before although until so'.split(' ');

/**
 * Invented prose of that many words, each text another one, the same for the same seed. Nobody said it; it has
 * the word and sentence lengths of people's posts and notes, which is what chunking and embedding cost by.
 */
export function makeTexts(count: number, wordsEach: number, seed: number): string[] {
  const random = generator(seed);
  const one = (words: readonly string[]): string =>
    words[Math.floor(random() * words.length)] ?? '';
  const clause = (): string =>
    `I ${one(verbs)} the ${one(others)} ${one(nouns)} near the ${one(nouns)} in ${1960 + Math.floor(random() * 60)}`;
  return Array.from({ length: count }, () => {
    const sentences: string[] = [];
    let words = 0;
    while (words < wordsEach) {
      const sentence = `${clause()} ${one(joints)} my ${one(nouns)} was ${one(others)}.`;
      sentences.push(sentence);
      words += sentence.split(' ').length;
    }
    return sentences.join(' ').split(' ').slice(0, wordsEach).join(' ');
  });
}
