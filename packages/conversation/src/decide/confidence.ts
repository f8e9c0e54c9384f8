import type { RecallResult } from '@personate/knowledge';
import { answerTypeOf, holdsAnswerType, splitSentences } from '@personate/language';
import type { Similarity } from '../similarity.ts';

/** What the score is made of; each raw, so that two questions can be compared. */
export interface Features {
  /** Best cosine of a passage. */
  passageCosine: number;
  /** Best cosine of a single sentence in the best passages. */
  sentenceCosine: number;
  /** Share of the question's weight (IDF) in the best three passages. */
  coverage: number;
  /** Share of it anywhere in the persona's knowledge. */
  vocabulary: number;
  /** Best BM25 over the question's weight. */
  lexical: number;
  /** Names in the question that occur nowhere. */
  unknownNames: number;
  /** 1 when the question asks for a time, a place, a number … and the best passages hold none of that sort. */
  missingType: number;
}

/** Passages whose sentences are looked at, and at most so many sentences. */
const passagesRead = 4;
const sentencesRead = 32;

export const weights = {
  bias: -4,
  passageCosine: 3,
  sentenceCosine: 4,
  coverage: 2,
  vocabulary: 1,
  lexical: 0.5,
  unknownNames: -1.5,
  missingType: -0.5,
} satisfies Record<keyof Features | 'bias', number>;

/** The threshold of a persona that states none. */
export const defaultThreshold = 0.5;

export async function featuresOf(
  recalled: RecallResult,
  question: string,
  language: string,
  similarity: Similarity,
  signal: AbortSignal,
): Promise<Features> {
  const best = recalled.results.slice(0, passagesRead);
  const sentences = best
    .flatMap(({ text }) => splitSentences(text, language))
    .slice(0, sentencesRead);
  const cosines = await similarity(question, sentences, signal);
  const type = answerTypeOf(question);
  const { signals } = recalled;
  return {
    passageCosine: signals.bestCosine,
    sentenceCosine: Math.max(0, ...cosines),
    coverage: signals.coverage,
    vocabulary: signals.vocabularyCoverage,
    lexical: Math.min(1.5, signals.lexicalStrength),
    unknownNames: Math.min(2, signals.unknownNames.length),
    missingType: type !== null && !best.some(({ text }) => holdsAnswerType(text, type)) ? 1 : 0,
  };
}

/** 0..1: how sure it is that the evidence bears on the question. */
export function confidenceOf(features: Features): number {
  const sum = Object.entries(features).reduce<number>(
    (total, [name, value]) => total + weights[name as keyof Features] * value,
    weights.bias,
  );
  return 1 / (1 + Math.exp(-sum));
}
