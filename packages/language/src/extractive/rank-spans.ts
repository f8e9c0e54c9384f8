import type { SpeakRequest } from '../speaker.ts';
import { answerTypeOf, holdsAnswerType } from './answer-type.ts';
import type { Span, Telling } from './build-spans.ts';

export interface Relevance {
  /** Analysed content terms of a text. */
  analyse(text: string, language: string): string[];
  /** Cosine of the question with each text, where an embedder is at hand. */
  similarity?(question: string, texts: readonly string[], signal: AbortSignal): Promise<number[]>;
}

export type Asked = Pick<SpeakRequest, 'question' | 'paraphrase' | 'language'>;

export interface RankedSpan extends Span {
  relevance: number;
  /** Best cosine of one of its sentences; 0 without an embedder. */
  similarity: number;
  /** Question terms that it holds. */
  covers: ReadonlySet<string>;
}

/** Shares of a sentence's relevance; chosen by reading replies, not fitted. */
const weights = {
  similarity: 1,
  coverage: 0.25,
  passage: 0.6,
  answerType: 0.2,
  company: 0.12,
  lead: 0.2,
};
/** Without a word of the question, only a sentence this near is about the same thing. */
const wordless = 0.42;
const paraphraseWeight = 0.9;
/** The sentence is on another favourite than the one that is asked for. */
const otherFavourite = 0.4;
/** A second sentence must be this near to the first in relevance to be worth its words. */
const idleSentence = 0.04;
const curtWords = 13;
/** What can be said plainly goes before what needs a frame. */
const framed: Readonly<Record<Telling, number>> = {
  own: 0,
  dated: 0.08,
  attributed: 0.12,
  foreign: 0.2,
};
/** A reply's best sentence must be at least this near to the question, and not much further than the nearest one. */
const nearEnough = { least: 0.2, share: 0.72 };
const maxSentencesEmbedded = 48;

/** Scores every span by its most relevant sentence and by how much the others help; best first. */
export async function rankSpans(
  spans: readonly Span[],
  { question, paraphrase, language }: Asked,
  relevance: Relevance,
  signal: AbortSignal,
): Promise<RankedSpan[]> {
  const terms = new Set(relevance.analyse(question, language));
  const texts = [...new Set(spans.flatMap(({ sentences }) => sentences))].slice(
    0,
    maxSentencesEmbedded,
  );
  const direct = await relevance.similarity?.(question, texts, signal);
  const indirect =
    paraphrase === undefined ? undefined : await relevance.similarity?.(paraphrase, texts, signal);
  const similar = direct?.map((cosine, index) =>
    Math.max(cosine, paraphraseWeight * (indirect?.[index] ?? 0)),
  );
  const type = answerTypeOf(question);
  const top = Math.max(...spans.map(({ evidence }) => evidence.score), Number.EPSILON);
  const judged = new Map(
    texts.map((text, index) => {
      const held = new Set(relevance.analyse(text, language).filter((term) => terms.has(term)));
      const coverage = terms.size === 0 ? 0 : held.size / terms.size;
      const typed = type !== null && holdsAnswerType(text, type) ? weights.answerType : 0;
      const score =
        weights.similarity * (similar?.[index] ?? 0) +
        weights.coverage * coverage +
        typed -
        favours(question, text);
      return [text, { score, held, similarity: similar?.[index] ?? 0 }] as const;
    }),
  );
  const nearest = Math.max(0, ...(similar ?? []));
  const floor = Math.max(nearEnough.least, nearEnough.share * nearest);
  return spans
    .filter(
      ({ sentences }) =>
        similar === undefined ||
        sentences.some((text) => (judged.get(text)?.similarity ?? 0) >= floor),
    )
    .map((span) => {
      const scores = span.sentences.map((text) => judged.get(text)?.score ?? 0);
      const best = Math.max(...scores);
      const others = scores.filter((_, index) => index !== scores.indexOf(best));
      const company = others.reduce(
        (sum, score) =>
          sum + weights.company * (score / Math.max(best, Number.EPSILON)) - idleSentence,
        0,
      );
      // What leads up to the answer and has nothing to do with the question reads as if it were the answer.
      const lead = weights.lead * (1 - (scores[0] ?? 0) / Math.max(best, Number.EPSILON));
      // A lone short sentence reads like a telegram where its neighbours would have made it a reply.
      const curt = span.words < curtWords ? 0.1 : 0;
      const passage = weights.passage * Math.max(0, span.evidence.score / top);
      return {
        ...span,
        relevance: best + company + passage - curt - lead - framed[span.telling],
        similarity: Math.max(0, ...span.sentences.map((text) => judged.get(text)?.similarity ?? 0)),
        covers: new Set(span.sentences.flatMap((text) => [...(judged.get(text)?.held ?? [])])),
      };
    })
    .filter(
      ({ covers, similarity }) =>
        covers.size > 0 || similar === undefined || similarity >= wordless,
    )
    .toSorted((a, b) => b.relevance - a.relevance || a.n - b.n || a.at - b.at);
}

const favourite = /\bfavou?rite (\p{L}+)/iu;

function favours(question: string, sentence: string): number {
  const asked = favourite.exec(question)?.[1]?.toLowerCase();
  const told = favourite.exec(sentence)?.[1]?.toLowerCase();
  if (asked === undefined || told === undefined || asked === told) return 0;
  return sentence.toLowerCase().includes(asked) ? 0 : otherFavourite;
}
