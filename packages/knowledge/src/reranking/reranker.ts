/** Reads a question and a text together (a cross-encoder, or a language model), and says how well they fit. */
export interface Reranker {
  readonly name: string;
  /** One score a text, in order, higher is better, on any scale; null: it cannot say now, and recall does without. */
  score(
    question: string,
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly number[] | null>;
}
