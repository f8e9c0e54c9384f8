import { splitSentences, wordsOf } from '@personate/language';

const alike = 0.5;
const maxCharacters = 500;

/** The sentences of the passage that the spoken words rest on, as they stand there, with `…` where it leaves some out; else its nearest one. */
export function quoteFrom(passage: string, spoken: string): string {
  const words = new Set(wordsOf(spoken).map((word) => word.toLowerCase()));
  const scored = splitSentences(passage, 'en').map((sentence) => {
    const own = [...new Set(wordsOf(sentence).map((word) => word.toLowerCase()))];
    const shared = own.filter((word) => words.has(word)).length;
    return { sentence, share: own.length === 0 ? 0 : shared / own.length };
  });
  const nearest = scored.toSorted((a, b) => b.share - a.share)[0];
  let text = '';
  let last = -1;
  for (const [i, { sentence, share }] of scored.entries()) {
    if (share <= alike) continue;
    if (text !== '') text += i === last + 1 ? ' ' : ' … ';
    text += sentence;
    last = i;
  }
  if (text === '') text = nearest?.sentence ?? passage;
  return text.length <= maxCharacters
    ? text
    : `${text.slice(0, maxCharacters).replace(/\s+\S*$/u, '')}…`;
}
