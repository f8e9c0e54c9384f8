export interface EmbedOptions {
  /** Somebody waits for it (a question): goes before what is embedded in bulk. */
  urgent?: boolean;
  /** What the texts are: some models want another prefix before each. Passages unless given. */
  as?: 'question' | 'passage';
}

/** Turns text into vectors of one fixed space. */
export interface Embedder {
  /** Weights + precision + tokenizer + preprocessing; vectors of two identities never mix. */
  readonly identity: string;
  readonly dimensions: number;
  /** Tokens one text may have; longer ones are refused, never cut. */
  readonly maxTokens: number;
  /** Tokens of the text with the model's own tokenizer, special tokens included. */
  countTokens(text: string): Promise<number>;
  /**
   * One L2-normalised vector a text, in order.
   * @throws ExpectedError `embedding.empty-text`, `embedding.text-too-long`, `embedding.busy`, `embedding.failed`.
   */
  embed(
    texts: readonly string[],
    signal: AbortSignal,
    options?: EmbedOptions,
  ): Promise<Float32Array[]>;
  close(): Promise<void>;
}
