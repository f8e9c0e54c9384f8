import type { RecalledPassage } from '@personate/knowledge';
import { asStatement } from '@personate/language';
import { isAboutPersona } from './decide/is-about-persona.ts';
import type { Similarity } from './similarity.ts';
import type { Understanding } from './understand/understand-question.ts';

/** A sentence of a recalled passage, against the question. */
export interface ReadSentence {
  /** Place of its passage among those that were read. */
  passage: number;
  cosine: number;
  /** Share of the question's weight (IDF) that it holds, 0..1. */
  coverage: number;
  /** Whose fact it is, if it is one: the persona's, or that of somebody it talks with. */
  aboutPersona: boolean;
  /** It asks, and tells nothing. */
  asks: boolean;
}

export interface CloseReading {
  /** The recalled passages, those first whose sentences come nearest to the question. */
  results: RecalledPassage[];
  /** Recalled, and rivals. */
  read: RecalledPassage[];
  sentences: ReadSentence[];
}

export interface CloseQuestion extends Pick<Understanding, 'question' | 'paraphrase' | 'language'> {
  /** The question as sentences are compared with it: without the names of those who talk here. */
  bare: string;
  termWeights: ReadonlyMap<string, number>;
}

interface Deps {
  similarity: Similarity;
  analyse: (text: string, language: string) => string[];
}

/** Embedding a sentence takes some five milliseconds where ingestion has not. */
const sentencesRead = 120;
/** A paraphrase fits the everyday question, not its particulars. */
const paraphraseWeight = 0.9;
/** Fitted on probes, each persona held out in turn (bench/probes); the speaker weighs its sentences alike. */
const weights = { sentence: 0.53, statement: 0.47, passage: 0.54, recall: 0.64 };

/**
 * Reads the recalled passages sentence by sentence: a passage is about several things, its embedding about their
 * mean, and the one sentence that answers is lost in it. On the probes of the shipped personas the right document
 * comes first for 60 of 79 questions instead of 56, and among the first three for 76 instead of 73.
 */
export async function readClosely(
  deps: Deps,
  recalled: {
    results: readonly RecalledPassage[];
    rivals: readonly RecalledPassage[];
    /** Their sentences, by passage id. */
    split: ReadonlyMap<string, readonly string[]>;
  },
  asked: CloseQuestion,
  signal: AbortSignal,
): Promise<CloseReading> {
  const read = [...recalled.results, ...recalled.rivals];
  const found = read
    .flatMap(({ passageId }, passage) =>
      (recalled.split.get(passageId) ?? []).map((text) => ({ passage, text })),
    )
    .slice(0, sentencesRead);
  const texts = found.map(({ text }) => text);
  const cosines = await deps.similarity(asked.bare, texts, signal);
  const paraphrased =
    asked.paraphrase === null ? [] : await deps.similarity(asked.paraphrase, texts, signal);
  const coverageOf = coverageBy(deps, asked);
  const sentences = found.map(({ passage, text }, index): ReadSentence => ({
    passage,
    cosine: cosines[index] ?? 0,
    coverage: coverageOf(text),
    aboutPersona: isAboutPersona(text, read[passage] as RecalledPassage, asked.language),
    asks: /[?？]["'”’]*$/u.test(text),
  }));
  const statement = asStatement(asked.bare, asked.language);
  const told = statement === null ? [] : await deps.similarity(statement, texts, signal);
  const nearness = sentences.map(({ cosine }, index) => {
    const near = Math.max(cosine, paraphraseWeight * (paraphrased[index] ?? 0));
    return weights.sentence * near + weights.statement * (told[index] ?? near);
  });
  return { results: reordered(recalled.results, sentences, nearness), read, sentences };
}

function coverageBy(
  { analyse }: Deps,
  { termWeights, language }: CloseQuestion,
): (text: string) => number {
  let all = 0;
  for (const weight of termWeights.values()) all += weight;
  return (text) => {
    let held = 0;
    for (const term of new Set(analyse(text, language))) held += termWeights.get(term) ?? 0;
    return all > 0 ? held / all : 0;
  };
}

/** By recall's score against its best, the passage's own nearness, and its nearest sentence. */
function reordered(
  results: readonly RecalledPassage[],
  sentences: readonly ReadSentence[],
  nearness: readonly number[],
): RecalledPassage[] {
  const best = new Map<number, number>();
  for (const [index, { passage }] of sentences.entries())
    if (passage < results.length)
      best.set(passage, Math.max(best.get(passage) ?? 0, nearness[index] ?? 0));
  const topScore = Math.max(Number.EPSILON, ...results.map(({ score }) => score));
  return results
    .map((result, passage) => {
      const sentence = best.get(passage) ?? 0;
      const standing =
        (weights.recall * result.score) / topScore + weights.passage * result.signals.cosine;
      const score = standing + sentence;
      return { ...result, score, scores: { ...result.scores, sentence } };
    })
    .toSorted((a, b) => b.score - a.score);
}
