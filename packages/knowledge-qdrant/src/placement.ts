import { createHash } from 'node:crypto';
import { generationName, type GenerationSpec, type KnowledgeReader } from '@personate/knowledge';
import { ownPlan, sharedPlan, type CollectionPlan } from './collection-settings.ts';

/** Where a generation's passages lie: a collection of its own, or a share of one. */
export interface Placement {
  readonly isolation: KnowledgeReader['isolation'];
  readonly plan: CollectionPlan;
  /** Named literally, never by an alias: a token for the one is refused on the other. */
  collection(spec: GenerationSpec): string;
  /** Whose points these are, in a shared collection; null where all are the generation's. */
  tenant(spec: GenerationSpec): string | null;
  /** A point's id: the passage's, unless another persona's passage of the same id may lie beside it. */
  pointId(spec: GenerationSpec, passageId: string): string;
}

/** Qdrant itself keeps personas apart: a token opens one collection. */
export const ownCollection: Placement = {
  isolation: 'collection',
  plan: ownPlan,
  collection: generationName,
  tenant: () => null,
  pointId: (_spec, passageId) => passageId,
};

/**
 * One collection an embedding space, for tens of thousands of small personas: a collection each costs memory
 * maps and boot time. Then only our filter keeps them apart, and readers say so.
 */
export const sharedCollection: Placement = {
  isolation: 'filter',
  plan: sharedPlan,
  collection: ({ embeddingIdentity, dimensions }) =>
    `shared_${dimensions}_${sha256(embeddingIdentity).toString('hex').slice(0, 16)}`,
  tenant: generationName,
  pointId: (spec, passageId) => toUuid(sha256(`${generationName(spec)}/${passageId}`)),
};

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Version 8 of RFC 9562: the bits are ours. */
function toUuid(bytes: Buffer): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [[0, 8], [8, 12], [12, 16], [16, 20], [20, 32]].map(([a, b]) => hex.slice(a, b)).join('-'); // prettier-ignore
}
