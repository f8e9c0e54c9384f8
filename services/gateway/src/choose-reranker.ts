import type { Config } from '@personate/chassis';
import { createEndpointReranker, type Reranker } from '@personate/knowledge';
import type { FastifyBaseLogger } from 'fastify';

/** The endpoint's where a model is named; else none. */
export function chooseReranker(
  { reranker }: Pick<Config, 'reranker'>,
  log: Pick<FastifyBaseLogger, 'warn'>,
): { reranker?: Reranker } {
  if (reranker === null) return {};
  const onFailure = (failure: string): void =>
    log.warn({ failure }, 'the reranker failed: the evidence stands in its own order');
  return { reranker: createEndpointReranker({ ...reranker, onFailure }) };
}
