import type { RecallResult } from '@personate/knowledge';
import { answerTypeOf, holdsAnswerType, splitSentences } from '@personate/language';
import type { Similarity } from '../similarity.ts';
import { namesAbsent } from './absent-names.ts';
import { addressesPersona } from './addresses-persona.ts';

/** What the score is made of; each raw, so that two questions can be compared. */
export interface Features {
  /** Best cosine of a passage. */
  passageCosine: number;
  /** Best cosine of a single sentence in the best passages. */
  sentenceCosine: number;
  /** How far the best passage stands out from those behind it. */
  margin: number;
  /** Share of the question's weight (IDF) anywhere in the persona's knowledge. */
  vocabulary: number;
  /** Names in the question that occur nowhere, at most two. */
  unknownNames: number;
  /** 1: a name of several words that no passage has. */
  absentName: number;
  /** 1: it asks for a time, a number, a sum of money … and the best passages hold none. */
  missingType: number;
  /** 1: it asks for the persona's own life or views. */
  addressed: number;
}

/** Passages whose sentences are looked at, and at most so many sentences. */
const passagesRead = 4;
const sentencesRead = 32;
/** The best passages are compared with those from here on. */
const behind = 3;

/**
 * Logistic regression over the probes of the shipped personas, both classes weighing alike; see the test of the
 * same name for the figures that it must keep. Fitted with the personas' keyword lists switched off.
 */
export const weights: Readonly<Record<keyof Features | 'bias', number>> = {
  bias: -8.7,
  passageCosine: 6.1,
  sentenceCosine: 7.7,
  margin: 3.3,
  vocabulary: 2.7,
  unknownNames: -2.8,
  absentName: -3.3,
  missingType: -0.9,
  addressed: 2.4,
};

/** The threshold of a persona that states none. */
export const defaultThreshold = 0.5;

export async function featuresOf(
  recalled: RecallResult,
  question: string,
  language: string,
  similarity: Similarity,
  signal: AbortSignal,
): Promise<Features> {
  const { results, signals } = recalled;
  const best = results.slice(0, passagesRead);
  const sentences = best
    .flatMap(({ text }) => splitSentences(text, language))
    .slice(0, sentencesRead);
  const cosines = await similarity(question, sentences, signal);
  const type = answerTypeOf(question);
  const texts = results.map(({ title, text }) => `${title ?? ''} ${text}`);
  return {
    passageCosine: signals.bestCosine,
    sentenceCosine: Math.max(0, ...cosines),
    margin: marginOf(results.map((result) => result.signals.cosine)),
    vocabulary: signals.vocabularyCoverage,
    unknownNames: Math.min(2, signals.unknownNames.length),
    absentName: namesAbsent(question, texts) ? 1 : 0,
    missingType: type !== null && !best.some(({ text }) => holdsAnswerType(text, type)) ? 1 : 0,
    addressed: addressesPersona(question) ? 1 : 0,
  };
}

function marginOf(cosines: readonly number[]): number {
  const sorted = cosines.toSorted((a, b) => b - a);
  const rest = sorted.slice(behind);
  if (rest.length === 0) return 0;
  return (sorted[0] ?? 0) - rest.reduce((sum, cosine) => sum + cosine, 0) / rest.length;
}

/** 0..1: how sure it is that the evidence bears on the question. */
export function confidenceOf(features: Features): number {
  let sum = weights.bias;
  for (const [name, value] of Object.entries(features))
    sum += weights[name as keyof Features] * value;
  return 1 / (1 + Math.exp(-sum));
}
