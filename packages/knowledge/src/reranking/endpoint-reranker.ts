import { z } from 'zod';
import { CircuitBreaker } from '../embedding/endpoint/circuit-breaker.ts';
import { EndpointFailure } from '../embedding/endpoint/endpoint-failure.ts';
import { postJson } from '../embedding/endpoint/post-json.ts';
import type { Reranker } from './reranker.ts';

export interface EndpointRerankerOptions {
  /** With its `/v1`. */
  baseUrl: string;
  /** Local servers need none. */
  apiKey: string | undefined;
  model: string;
  timeoutMs: number;
  /** Told each time that it could not say; never a text or a key. */
  onFailure: (failure: string) => void;
  now?: () => number;
}

const breaker = { failures: 3, restMs: 30_000 };

const answerSchema = z.object({
  results: z.array(z.object({ index: z.int().min(0), relevance_score: z.number() })),
});

/**
 * Any endpoint with `POST /rerank` as Cohere and Jina have it: llama.cpp, vLLM, Infinity, LiteLLM. One that fails is
 * done without: the evidence then stands in recall's own order.
 * https://docs.cohere.com/reference/rerank
 */
export function createEndpointReranker(options: EndpointRerankerOptions): Reranker {
  const { model, onFailure, now = Date.now } = options;
  const circuit = new CircuitBreaker({ ...breaker, now });

  return {
    name: model,
    async score(question, texts, signal) {
      if (texts.length === 0) return [];
      if (!circuit.mayCall()) return null;
      let ended: Parameters<CircuitBreaker['ended']>[0] = 'given-up';
      try {
        const body = { model, query: question, documents: texts, top_n: texts.length };
        const scores = readScores(await postJson(options, '/rerank', body, signal), texts.length);
        ended = 'well';
        return scores;
      } catch (error) {
        if (!(error instanceof EndpointFailure)) throw error;
        ended = 'badly';
        onFailure(error.failure);
        return null;
      } finally {
        circuit.ended(ended);
      }
    },
  };
}

/** Of every text exactly one. @throws EndpointFailure `garbage` */
function readScores(body: unknown, texts: number): number[] {
  const answer = answerSchema.safeParse(body);
  if (!answer.success || answer.data.results.length !== texts) throw new EndpointFailure('garbage');
  const scores: number[] = [];
  for (const { index, relevance_score: score } of answer.data.results) {
    if (index >= texts || scores[index] !== undefined || !Number.isFinite(score))
      throw new EndpointFailure('garbage');
    scores[index] = score;
  }
  return scores;
}
