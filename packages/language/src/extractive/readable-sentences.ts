import { splitSentences, wordsOf } from './split-sentences.ts';

/** Moves when a text may split otherwise than before: vectors of its sentences are then others'. */
const splitterVersion = 1;

const fewestWords = 3;
/** A passage has fewer, unless it is a list. */
const mostSentences = 40;

/** The sentences of a passage that say something, in order: those that are embedded, and compared with a question. */
export function readableSentences(text: string, language: string): string[] {
  return splitSentences(text, language)
    .filter((sentence) => wordsOf(sentence).length >= fewestWords)
    .slice(0, mostSentences);
}

/** What every identity of theirs begins with, and no embedder's. */
export const sentencesFamily = 'sentences/';

/** What vectors of sentences are made by. */
export const sentencesIdentity = (embedderIdentity: string): string =>
  `${sentencesFamily}${splitterVersion}/${embedderIdentity}`;

/** Of a passage, what a turn compares with its question. */
export interface ComparedPassage {
  title?: string | null | undefined;
  text: string;
  language: string;
}

/** The passage as one, where its own vector is of another embedder than the question is compared by. */
export const wholeText = ({ title, text }: Pick<ComparedPassage, 'title' | 'text'>): string =>
  title === null || title === undefined ? text : `${title}: ${text}`;

/**
 * What the vectors of one passage's sentences are known by: those of another text never pass for them.
 *
 * @param whole that the vector of the passage as one stands behind them
 */
export function sentencesKey(
  embedderIdentity: string,
  { title, text, language }: ComparedPassage,
  whole: boolean,
): string {
  const sentences = `${sentencesIdentity(embedderIdentity)}\0${language}\0${text}`;
  return whole ? `${sentences}\0${title ?? ''}\0whole` : sentences;
}
