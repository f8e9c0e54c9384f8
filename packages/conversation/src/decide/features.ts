import { holdsAnswerType, answerTypeOf } from '@personate/language';
import type { ReadSentence } from '../read-closely.ts';
import type { Recalled } from '../recall-evidence.ts';
import { namesAbsent } from './absent-names.ts';
import { addressesPersona } from './addresses-persona.ts';
import { isDialogue } from './is-about-persona.ts';

/**
 * What the decision looks at, each raw, so that two questions can be compared. How a question is put (its length,
 * its first word) is not among it: that tells of who wrote the questions, not of what is known.
 */
export interface Features {
  /** Best cosine of a passage, and of a sentence. */
  passageCosine: number;
  sentenceCosine: number;
  /** Mean of the three nearest sentences. */
  sentencesCosine: number;
  /** How far the nearest sentence stands out from those behind it. */
  margin: number;
  /** Best of cosine and coverage together: of any sentence, and of one that tells of the persona. */
  match: number;
  ownMatch: number;
  /** The same with the coverage of the passage's surroundings. */
  ownWindowMatch: number;
  /** Share of the question's weight (IDF) in a passage with its surroundings, in the best three, and anywhere. */
  windowCoverage: number;
  coverage: number;
  vocabulary: number;
  /** Best BM25 against the most that the question could have. */
  lexical: number;
  /** Names in the question that occur nowhere, at most two. */
  unknownNames: number;
  /** 1: a name of several words that no passage has. */
  absentName: number;
  /** 1: it asks for a time, a number, a sum of money … and the best passages hold none. */
  missingType: number;
  /** 1: it asks for the persona's own life or views. */
  addressed: number;
  /**
   * 1: what was read is talk with others, and the question names none of them: it may be their fact. Else what
   * follows says nothing, and is 0.
   */
  talks: number;
  /** By how much sentences that tell of others come nearer to the question than those that tell of the persona. */
  othersMatch: number;
  othersWindowMatch: number;
  othersCosine: number;
  othersCoverage: number;
  /** The same of all such sentences together, the nearest weighing most. */
  othersMass: number;
  /** The same with questions among the sentences. */
  othersAsked: number;
  /** Share of the six nearest sentences that tell of others. */
  othersShare: number;
}

const passagesRead = 4;
const windowsRead = 10;
const nearestShared = 6;
/** Nothing is learnt from a lead beyond this. */
const largestLead = 0.4;
/** How much the nearest sentences weigh against the rest. */
const sharpness = 8;

export function featuresOf(
  { results, read, sentences, signals }: Recalled,
  question: string,
  selfNames: readonly string[],
): Features {
  const best = results.slice(0, passagesRead);
  const type = answerTypeOf(question);
  const texts = results.map(({ title, text }) => `${title ?? ''} ${text}`);
  const window = ({ passage }: ReadSentence): number => read[passage]?.signals.windowCoverage ?? 0;
  const measures = {
    cosine: ({ cosine }: ReadSentence) => cosine,
    coverage: ({ coverage }: ReadSentence) => coverage,
    match: ({ cosine, coverage }: ReadSentence) => cosine + 0.5 * coverage,
    windowMatch: (one: ReadSentence) => one.cosine + 0.25 * one.coverage + 0.25 * window(one),
  };
  const telling = sentences.filter(({ asks }) => !asks);
  const [own, others] = [true, false].map((is) =>
    telling.filter(({ aboutPersona }) => aboutPersona === is),
  ) as [ReadSentence[], ReadSentence[]];
  const cosines = sentences.map(({ cosine }) => cosine).toSorted((a, b) => b - a);
  // Asked about both, or in a text that nobody else has a say in: then it is nobody else's fact.
  const shared = signals.othersNamed.length > 0 || !read.some(isDialogue);
  const lead = (mine: readonly ReadSentence[], theirs: readonly ReadSentence[], of: Measure) =>
    shared ? 0 : clipped(most(theirs, of) - most(mine, of));
  return {
    passageCosine: signals.bestCosine,
    sentenceCosine: cosines[0] ?? 0,
    sentencesCosine: mean(cosines.slice(0, 3)),
    margin: cosines.length > 6 ? (cosines[0] ?? 0) - mean(cosines.slice(5, 25)) : 0,
    match: most(sentences, measures.match),
    ownMatch: most(shared ? telling : own, measures.match),
    ownWindowMatch: most(shared ? telling : own, measures.windowMatch),
    windowCoverage: Math.max(
      0,
      ...read.slice(0, windowsRead).map((passage) => passage.signals.windowCoverage),
    ),
    coverage: signals.coverage,
    vocabulary: signals.vocabularyCoverage,
    lexical: Math.min(1, signals.lexicalStrength),
    unknownNames: Math.min(2, signals.unknownNames.length),
    absentName: namesAbsent(question, texts) ? 1 : 0,
    missingType: type !== null && !best.some(({ text }) => holdsAnswerType(text, type)) ? 1 : 0,
    addressed: addressesPersona(question, selfNames) ? 1 : 0,
    talks: shared ? 0 : 1,
    othersMatch: lead(own, others, measures.match),
    othersWindowMatch: lead(own, others, measures.windowMatch),
    othersCosine: lead(own, others, measures.cosine),
    othersCoverage: lead(own, others, measures.coverage),
    othersMass: shared ? 0 : clipped(massOf(others, measures.match) - massOf(own, measures.match)),
    othersAsked: lead(
      sentences.filter(({ aboutPersona }) => aboutPersona),
      sentences.filter(({ aboutPersona }) => !aboutPersona),
      measures.match,
    ),
    othersShare: shared ? 0 : shareOf(telling, measures.windowMatch),
  };
}

type Measure = (sentence: ReadSentence) => number;

const most = (sentences: readonly ReadSentence[], of: Measure): number =>
  Math.max(0, ...sentences.map(of));
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
const clipped = (lead: number): number => Math.max(-largestLead, Math.min(largestLead, lead));

/** A soft maximum, where many near ones count for more than one. */
const massOf = (sentences: readonly ReadSentence[], of: Measure): number =>
  Math.log(1 + sentences.reduce((sum, one) => sum + Math.exp(sharpness * of(one)), 0)) / sharpness;

function shareOf(telling: readonly ReadSentence[], of: Measure): number {
  const nearest = telling.toSorted((a, b) => of(b) - of(a)).slice(0, nearestShared);
  return nearest.filter(({ aboutPersona }) => !aboutPersona).length / Math.max(1, nearest.length);
}
