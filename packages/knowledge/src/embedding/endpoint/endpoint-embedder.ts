import { setTimeout as sleep } from 'node:timers/promises';
import { joinSignals, ExpectedError } from '@personate/contracts';
import type { Embedder } from '../../embedder.ts';
import { refuseUnfit } from '../refuse-unfit.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { cutBatches } from './cut-batches.ts';
import { EndpointFailure } from './endpoint-failure.ts';
import { endpointIdentity } from './endpoint-identity.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { prefixed, type EmbeddingPrefixes } from './prefixes.ts';
import { postTexts, type Endpoint } from './post-texts.ts';
import { probeEndpoint } from './probe-endpoint.ts';
import { readVectors } from './read-vectors.ts';
import { retry, type RetryOptions } from './retry.ts';
import { Slots } from './slots.ts';

export interface EndpointEmbedderOptions {
  model: string;
  /** Of an OpenAI-compatible API, with its `/v1`. */
  baseUrl: string;
  apiKey?: string;
  /** Shorter vectors than the model's own, where it can give them. */
  dimensions?: number;
  prefixes?: EmbeddingPrefixes;
  /** The model's window; 512 unless given. */
  maxTokens?: number;
  /** Of one call; 30 s unless given. */
  timeoutMs?: number;
  /** Texts and tokens of one call: 64 and 16,384 unless given. */
  batchTexts?: number;
  batchTokens?: number;
  /** Calls in bulk at a time; 2 unless given. A question does not wait for them. */
  parallel?: number;
  wait?: RetryOptions['wait'];
  random?: () => number;
  now?: () => number;
}

/** For bulk somebody may wait a minute; for a question somebody waits now. */
const patience = {
  bulk: { retries: 4, longestWaitMs: 60_000 },
  urgent: { retries: 1, longestWaitMs: 2_000 },
} as const;
const breaker = { failures: 5, restMs: 30_000 };

/**
 * Any OpenAI-compatible `/embeddings`, probed before it is used.
 * @throws ExpectedError `embedding.timeout`, `.throttled`, `.unavailable`, `.refused`, `.garbage`, `.cuts-texts`;
 *   from `embed` these too, with those of every embedder
 */
export async function openEndpointEmbedder(
  options: EndpointEmbedderOptions,
  signal: AbortSignal,
): Promise<Embedder> {
  const { model, baseUrl, maxTokens = 512, parallel = 2, now = Date.now, prefixes } = options;
  const closing = new AbortController();
  const circuit = new CircuitBreaker({ ...breaker, now });
  const bulk = new Slots(parallel);
  const retrying = {
    wait: options.wait ?? ((ms, abort) => sleep(ms, undefined, { signal: abort })),
    random: options.random ?? Math.random,
  } satisfies Partial<RetryOptions>;

  async function callOnce(
    how: Pick<Endpoint, 'encoding' | 'dimensions'>,
    expected: number | undefined,
    texts: readonly string[],
    abort: AbortSignal,
  ): Promise<Float32Array[]> {
    if (!circuit.mayCall()) throw new EndpointFailure('resting');
    let ended: Parameters<CircuitBreaker['ended']>[0] = 'given-up';
    try {
      const endpoint = { baseUrl, apiKey: options.apiKey, model, ...how };
      const body = await postTexts(
        { ...endpoint, timeoutMs: options.timeoutMs ?? 30_000 },
        texts,
        abort,
      );
      const vectors = readVectors(body, { texts: texts.length, dimensions: expected });
      ended = 'well';
      return vectors;
    } catch (error) {
      // A refused request says something about the request.
      if (error instanceof EndpointFailure) ended = error.failure === 'rejected' ? 'well' : 'badly';
      throw error;
    } finally {
      circuit.ended(ended);
    }
  }

  const explained = (error: unknown): never => {
    if (closing.signal.aborted) throw closed();
    throw error instanceof EndpointFailure ? error.explain(baseUrl) : error;
  };

  const { dimensions, encoding } = await probeEndpoint({
    dimensions: options.dimensions,
    maxTokens,
    call: (how, texts) =>
      retry(
        () => callOnce({ ...how, dimensions: options.dimensions }, how.dimensions, texts, signal),
        { ...patience.urgent, ...retrying },
        signal,
      ),
  }).catch(explained);

  // A prefix takes its share of the window.
  const before = [prefixes?.question, prefixes?.passage].map((prefix) =>
    prefix ? estimateTokens(prefix) : 0,
  );
  const roomTokens = maxTokens - Math.max(...before);
  return {
    identity: endpointIdentity({ model, dimensions, prefixes }),
    dimensions,
    maxTokens: roomTokens,
    async countTokens(text) {
      return estimateTokens(text);
    },
    async embed(texts, abort, { urgent = false, as = 'passage' } = {}) {
      if (closing.signal.aborted) throw closed();
      refuseUnfit(texts, { maxTokens: roomTokens, count: estimateTokens });
      // The first failure ends the other batches of the same call.
      const failed = new AbortController();
      const { signal: either, release } = joinSignals(abort, closing.signal, failed.signal);
      const how = { encoding, dimensions: options.dimensions };
      const send = (batch: readonly string[]) =>
        retry(
          () => callOnce(how, dimensions, batch, either),
          { ...patience[urgent ? 'urgent' : 'bulk'], ...retrying },
          either,
        );
      const batches = cutBatches(prefixed(texts, as, prefixes), {
        texts: options.batchTexts ?? 64,
        tokens: options.batchTokens ?? 16_384,
        count: estimateTokens,
      });
      try {
        const vectors: Float32Array[][] = [];
        const waiting = batches.entries();
        const pull = async (): Promise<void> => {
          for (const [at, batch] of waiting)
            vectors[at] = await (urgent ? send(batch) : bulk.run(() => send(batch), either));
        };
        await Promise.all(Array.from({ length: parallel }, pull));
        return vectors.flat();
      } catch (error) {
        failed.abort(error);
        abort.throwIfAborted();
        return explained(error);
      } finally {
        release();
      }
    },
    async close() {
      closing.abort(new Error('the embedder was closed'));
    },
  };
}

function closed(): ExpectedError {
  return new ExpectedError('unavailable', 'embedding.failed', 'The embedder is closed.', {
    fix: 'Start the service again.',
  });
}
