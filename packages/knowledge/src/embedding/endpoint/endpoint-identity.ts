import { createHash } from 'node:crypto';
import { embeddingTextVersion } from '../embedding-text.ts';
import type { EmbeddingPrefixes } from './prefixes.ts';

/**
 * Where a model is served does not change its vectors, so the address is no part of it: a model may move to another
 * server without its knowledge being embedded anew.
 */
export function endpointIdentity(made: {
  model: string;
  dimensions: number;
  prefixes?: EmbeddingPrefixes | undefined;
}): string {
  const { model, dimensions, prefixes } = made;
  const plain = `endpoint/${encodeURIComponent(model)}/${dimensions}/passage-text-${embeddingTextVersion}`;
  if (prefixes === undefined || (prefixes.question === '' && prefixes.passage === '')) return plain;
  const both = JSON.stringify([prefixes.question, prefixes.passage]);
  return `${plain}/prefixes-${createHash('sha256').update(both).digest('hex').slice(0, 12)}`;
}

/** The model that an identity names; null for one that no endpoint made. */
export function endpointModelOf(identity: string): string | null {
  const model = /^endpoint\/([^/]+)\//u.exec(identity)?.[1];
  return model === undefined ? null : decodeURIComponent(model);
}

/** Whether a model with these settings may have that identity: how long its vectors are is told by itself, unless it is set. */
export function mayBeIdentity(
  identity: string,
  settings: {
    model: string;
    dimensions?: number | undefined;
    prefixes?: EmbeddingPrefixes | undefined;
  },
): boolean {
  const named = Number(/^endpoint\/[^/]+\/(\d+)\//u.exec(identity)?.[1]);
  return endpointIdentity({ ...settings, dimensions: settings.dimensions ?? named }) === identity;
}
