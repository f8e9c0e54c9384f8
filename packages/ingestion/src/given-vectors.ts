import type { Embedder } from '@personate/knowledge';
import type { ProjectDeps } from './deps.ts';
import type { ReportBuilder } from './report.ts';

interface GivenVectorsDeps extends Pick<ProjectDeps, 'embeddings'> {
  /** The serving generation's. */
  embedder: Pick<Embedder, 'identity' | 'dimensions'>;
}

/**
 * Vectors that an export brings along. Those of the embedder that serves are kept by the hash of their text, so that
 * nothing is embedded again; a text that comes out otherwise here is embedded as ever.
 */
export class GivenVectors {
  readonly #deps: GivenVectorsDeps;
  readonly #personaId: string;
  readonly #report: ReportBuilder;
  #waiting = new Map<string, Float32Array>();
  any = false;

  constructor(deps: GivenVectorsDeps, of: { personaId: string; report: ReportBuilder }) {
    this.#deps = deps;
    this.#personaId = of.personaId;
    this.#report = of.report;
  }

  readonly add = (identity: string, vectors: ReadonlyMap<string, Float32Array>): void => {
    const { embedder } = this.#deps;
    const fits = [...vectors.values()].every(({ length }) => length === embedder.dimensions);
    if (identity !== embedder.identity || !fits) {
      this.#report.skipped('vector-of-another-embedder', vectors.size);
      return;
    }
    this.any = true;
    for (const [hash, vector] of vectors) this.#waiting.set(hash, vector);
  };

  /** Before the documents that they are for are projected. */
  async store(): Promise<void> {
    if (this.#waiting.size === 0) return;
    const vectors = this.#waiting;
    this.#waiting = new Map();
    const input = {
      personaId: this.#personaId,
      identity: this.#deps.embedder.identity,
      ingestionId: null,
    };
    await this.#deps.embeddings.put(input, vectors);
  }
}
