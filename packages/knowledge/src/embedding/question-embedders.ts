import { joinSignals, ExpectedError } from '@personate/contracts';
import type { Embedder } from '../embedder.ts';
import type { GenerationSpec } from '../knowledge-store.ts';
import { CircuitBreaker } from './endpoint/circuit-breaker.ts';
import type { Embedders } from './open-embedders.ts';
import { unableToEmbed } from './unable-to-embed.ts';
import { untilAborted } from './until-aborted.ts';

export interface QuestionEmbeddersOptions {
  embedders: Pick<Embedders, 'bundled' | 'of'>;
  /** Longest wait for a question's vector, and once for the embedder to open. */
  patienceMs: number;
  now?: () => number;
}

interface Endpoint {
  circuit: CircuitBreaker;
  /** The last question got no vector. */
  fails: boolean;
}

const breaker = { failures: 2, restMs: 30_000 };

/**
 * Embedders as somebody who waits for an answer wants them: none holds a question up for longer than `patienceMs`,
 * and one that has failed twice in a row is left alone for a while. Recall goes on without.
 * The bundled one is given as it is: it is on this machine, and loads once.
 */
export class QuestionEmbedders {
  readonly #options: QuestionEmbeddersOptions;
  /** By embedding identity: as many as there are models. */
  readonly #endpoints = new Map<string, Endpoint>();

  constructor(options: QuestionEmbeddersOptions) {
    this.#options = options;
  }

  /** Whether an endpoint gave no vector when it was asked last: questions are searched by their words alone. */
  get failing(): boolean {
    return [...this.#endpoints.values()].some(({ fails }) => fails);
  }

  /**
   * The one whose vectors the generation holds; its `embed` throws what `unableToEmbed` knows.
   * @throws ExpectedError `knowledge.identity-mismatch`
   */
  async of(
    spec: Pick<GenerationSpec, 'personaId' | 'embeddingIdentity' | 'dimensions'>,
    signal: AbortSignal,
  ): Promise<Embedder> {
    const { embedders } = this.#options;
    const { embeddingIdentity: identity } = spec;
    if (identity === embedders.bundled.identity) return embedders.bundled;
    let opened: Embedder;
    try {
      opened = await this.#within(
        identity,
        signal,
        (either) => embedders.of(spec, either),
        'opens',
      );
    } catch (error) {
      if (!unableToEmbed(error)) throw error;
      return absent(spec, error);
    }
    return {
      ...withoutEmbed(opened),
      embed: (texts, abort, options) =>
        this.#within(identity, abort, (either) => opened.embed(texts, either, options)),
    };
  }

  async #within<T>(
    identity: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
    stage: 'opens' | 'embeds' = 'embeds',
  ): Promise<T> {
    signal.throwIfAborted();
    const endpoint = this.#endpoint(identity);
    if (!endpoint.circuit.mayCall()) throw resting();
    const { patienceMs } = this.#options;
    const late = AbortSignal.timeout(patienceMs);
    const { signal: either, release } = joinSignals(signal, late);
    let ended: Parameters<CircuitBreaker['ended']>[0] = 'given-up';
    try {
      const result = await untilAborted(work(either), either);
      // Opened once, it stays open: that says nothing of whether it still answers.
      if (stage === 'embeds') ended = 'well';
      return result;
    } catch (error) {
      signal.throwIfAborted();
      const told = late.aborted ? slow(patienceMs) : error;
      // What says something about the text, or about the settings, says nothing about the endpoint.
      ended = unableToEmbed(told) ? 'badly' : 'well';
      throw told;
    } finally {
      release();
      endpoint.circuit.ended(ended);
      if (ended !== 'given-up') endpoint.fails = ended === 'badly';
    }
  }

  #endpoint(identity: string): Endpoint {
    const known = this.#endpoints.get(identity);
    if (known !== undefined) return known;
    const { now = Date.now } = this.#options;
    const endpoint = { circuit: new CircuitBreaker({ ...breaker, now }), fails: false };
    this.#endpoints.set(identity, endpoint);
    return endpoint;
  }
}

const withoutEmbed = (embedder: Embedder): Omit<Embedder, 'embed'> => ({
  identity: embedder.identity,
  dimensions: embedder.dimensions,
  maxTokens: embedder.maxTokens,
  countTokens: (text) => embedder.countTokens(text),
  close: () => embedder.close(),
});

/** One that could not be opened: it has the vectors' identity, and says what is wrong when it is asked. */
function absent(
  { embeddingIdentity, dimensions }: Pick<GenerationSpec, 'embeddingIdentity' | 'dimensions'>,
  why: ExpectedError,
): Embedder {
  return {
    identity: embeddingIdentity,
    dimensions,
    maxTokens: Infinity,
    countTokens: async () => 0,
    embed: () => Promise.reject(why),
    close: async () => undefined,
  };
}

function slow(patienceMs: number): ExpectedError {
  return new ExpectedError(
    'timeout',
    'embedding.timeout',
    `The embeddings endpoint did not embed a question within ${patienceMs} ms.`,
    {
      fix: 'Look whether its server is overloaded, or raise PERSONATE_EMBEDDING_PATIENCE_SECONDS.',
    },
  );
}

function resting(): ExpectedError {
  return new ExpectedError(
    'unavailable',
    'embedding.resting',
    'The embeddings endpoint gave questions no vector several times in a row, and is not asked for half a minute.',
    { fix: 'Look whether its server is overloaded or down.' },
  );
}
