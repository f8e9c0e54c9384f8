import { answerTypeOf, holdsAnswerType } from '@personate/language';
import type { Recalled } from '../recall-evidence.ts';
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

/** Passages that must hold the sort of thing that is asked for. */
const passagesRead = 4;
/** The best passages are compared with those from here on. */
const behind = 3;

/**
 * Logistic regression over the probes of the shipped personas, both classes weighing alike, with the personas' keyword
 * lists switched off. CI asks every shipped persona its probes, which is what these must keep.
 */
export const weights: Readonly<Record<keyof Features | 'bias', number>> = {
  bias: -8.8,
  passageCosine: 6.9,
  sentenceCosine: 6.8,
  margin: 2.9,
  vocabulary: 3.0,
  unknownNames: -3.1,
  absentName: -3.5,
  missingType: -0.95,
  addressed: 2.7,
};

/** The threshold of a persona that states none. */
export const defaultThreshold = 0.45;
/**
 * Asked about the persona, and what others told it comes nearer by this much: then it was they who did it. Of
 * questions that swap the two speakers of a long conversation it finds about half, and it takes one in thirty of
 * those that the persona could answer (three conversations of LoCoMo, 252 and 70 questions).
 */
export const othersLeadAtMost = 0.1;

export function featuresOf(
  { results, signals }: Recalled,
  question: string,
  selfNames: readonly string[],
): Features {
  const best = results.slice(0, passagesRead);
  const type = answerTypeOf(question);
  const texts = results.map(({ title, text }) => `${title ?? ''} ${text}`);
  return {
    passageCosine: signals.bestCosine,
    sentenceCosine: signals.sentenceCosine,
    margin: marginOf(results.map((result) => result.signals.cosine)),
    vocabulary: signals.vocabularyCoverage,
    unknownNames: Math.min(2, signals.unknownNames.length),
    absentName: namesAbsent(question, texts) ? 1 : 0,
    missingType: type !== null && !best.some(({ text }) => holdsAnswerType(text, type)) ? 1 : 0,
    addressed: addressesPersona(question, selfNames) ? 1 : 0,
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
