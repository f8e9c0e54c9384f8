export interface EndpointOptions {
  /** With its `/v1`. */
  baseUrl: string;
  /** Local servers need none. */
  apiKey?: string;
  model: string;
  /** Of silence before the first token: a model on a processor reads a prompt slowly. Default 120,000. */
  firstTokenMs?: number;
  /**
   * Before the first token at most, where the endpoint says meanwhile that it still reads. Default 480,000: whoever
   * waits for the answer is cut off after ten silent minutes.
   */
  readingMs?: number;
  /** Between two tokens. Default 30,000. */
  idleMs?: number;
  /** Further tries before the first token, where the failure may pass. Default 2. */
  retries?: number;
  /** Asks for `{evidence, answer}` by a schema; `auto` (default): of a model whose name tells that it is small. */
  json?: 'auto' | 'on' | 'off';
  /** Where nobody sets another bound; default 800. */
  maxTokens?: number;
}
