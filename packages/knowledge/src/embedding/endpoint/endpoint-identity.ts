import { embeddingTextVersion } from '../embedding-text.ts';

/**
 * Where a model is served does not change its vectors, so the address is no part of it: a model may move to another
 * server without its knowledge being embedded anew.
 */
export function endpointIdentity(made: { model: string; dimensions: number }): string {
  return `endpoint/${encodeURIComponent(made.model)}/${made.dimensions}/passage-text-${embeddingTextVersion}`;
}

/** The model that an identity names; null for one that no endpoint made. */
export function endpointModelOf(identity: string): string | null {
  const model = /^endpoint\/([^/]+)\//u.exec(identity)?.[1];
  return model === undefined ? null : decodeURIComponent(model);
}
