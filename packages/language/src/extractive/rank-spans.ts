import { answerTypeOf, holdsAnswerType } from './answer-type.ts';
import type { Span, Telling } from './build-spans.ts';

export interface Relevance {
  /** Analysed content terms of a text. */
  analyse(text: string, language: string): string[];
  /** Cosine of the question with each text, where an embedder is at hand. */
  similarity?(question: string, texts: readonly string[], signal: AbortSignal): Promise<number[]>;
}

export interface RankedSpan extends Span {
  relevance: number;
  /** Best cosine of one of its sentences; 0 without an embedder. */
  similarity: number;
  /** Question terms that it holds. */
  covers: ReadonlySet<string>;
}

/** Shares of a sentence's relevance; chosen by reading replies, not fitted. */
const weights = { similarity: 1, coverage: 0.15, passage: 0.6, answerType: 0.15, company: 0.12 };
/** A second sentence must be this near to the first in relevance to be worth its words. */
const idleSentence = 0.06;
/** What can be said plainly goes before what needs a frame. */
const framed: Readonly<Record<Telling, number>> = {
  own: 0,
  dated: 0.08,
  attributed: 0.12,
  foreign: 0.2,
};
const maxSentencesEmbedded = 48;

/** Scores every span by its most relevant sentence and by how much the others help; best first. */
export async function rankSpans(
  spans: readonly Span[],
  question: string,
  language: string,
  relevance: Relevance,
  signal: AbortSignal,
): Promise<RankedSpan[]> {
  const terms = new Set(relevance.analyse(question, language));
  const texts = [...new Set(spans.flatMap(({ sentences }) => sentences))].slice(
    0,
    maxSentencesEmbedded,
  );
  const similar = await relevance.similarity?.(question, texts, signal);
  const type = answerTypeOf(question);
  const top = Math.max(...spans.map(({ evidence }) => evidence.score), Number.EPSILON);
  const judged = new Map(
    texts.map((text, index) => {
      const held = new Set(relevance.analyse(text, language).filter((term) => terms.has(term)));
      const coverage = terms.size === 0 ? 0 : held.size / terms.size;
      const typed = type !== null && holdsAnswerType(text, type) ? weights.answerType : 0;
      const score =
        weights.similarity * (similar?.[index] ?? 0) + weights.coverage * coverage + typed;
      return [text, { score, held, similarity: similar?.[index] ?? 0 }] as const;
    }),
  );
  return spans
    .map((span) => {
      const scores = span.sentences.map((text) => judged.get(text)?.score ?? 0);
      const best = Math.max(...scores);
      const others = scores.filter((_, index) => index !== scores.indexOf(best));
      const company = others.reduce(
        (sum, score) =>
          sum + weights.company * (score / Math.max(best, Number.EPSILON)) - idleSentence,
        0,
      );
      // A lone short sentence reads like a telegram where its neighbours would have made it a reply.
      const curt = span.words < 7 ? 0.08 : 0;
      const passage = weights.passage * Math.max(0, span.evidence.score / top);
      return {
        ...span,
        relevance: best + company + passage - curt - framed[span.telling],
        similarity: Math.max(0, ...span.sentences.map((text) => judged.get(text)?.similarity ?? 0)),
        covers: new Set(span.sentences.flatMap((text) => [...(judged.get(text)?.held ?? [])])),
      };
    })
    .toSorted((a, b) => b.relevance - a.relevance || a.n - b.n || a.at - b.at);
}
