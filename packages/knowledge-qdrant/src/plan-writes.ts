import type { Schemas } from '@qdrant/js-client-rest';
import { ofDocuments } from './passage-filter.ts';
import type { Point } from './passage-point.ts';

export type Operation = Schemas['UpdateOperation'];

export interface WriteLimits {
  points: number;
  bytes: number;
}

export interface DocumentWrite {
  documentKey: string;
  points: readonly Point[];
}

/**
 * The requests that replace these documents, each a list of operations that Qdrant logs and applies in their order.
 *
 * A document goes before it comes, and all its points come in one operation: killed anywhere, it is there whole or
 * not at all, and the next projection repeats it. Only one that is too large for an operation takes several; its
 * points are then seen by nobody until all are there, and one operation shows them.
 */
export function planWrites(
  documents: readonly DocumentWrite[],
  tenant: string | null,
  limits: WriteLimits,
): Operation[][] {
  const requests: Operation[][] = [];
  let group: DocumentWrite[] = [];
  let room = { ...limits };
  const close = (): void => {
    if (group.length > 0) requests.push(replacing(group, tenant));
    group = [];
    room = { ...limits };
  };
  for (const document of documents) {
    const { points } = document;
    const bytes = points.reduce((sum, point) => sum + sizeOf(point), 0);
    if (points.length > limits.points || bytes > limits.bytes) {
      close();
      requests.push(...staged(document, tenant, limits));
      continue;
    }
    if (points.length > room.points || bytes > room.bytes || group.length >= limits.points) close();
    group.push(document);
    room = { points: room.points - points.length, bytes: room.bytes - bytes };
  }
  close();
  return requests;
}

function replacing(documents: readonly DocumentWrite[], tenant: string | null): Operation[] {
  const keys = documents.map(({ documentKey }) => documentKey);
  const points = documents.flatMap((document) => document.points);
  return [
    { delete: { filter: ofDocuments(keys, tenant) } },
    ...(points.length === 0 ? [] : [{ upsert: { points } }]),
  ];
}

function staged(
  { documentKey, points }: DocumentWrite,
  tenant: string | null,
  limits: WriteLimits,
): Operation[][] {
  const requests: Operation[][] = [];
  let batch: Point[] = [];
  let bytes = 0;
  const close = (): void => {
    if (batch.length > 0) requests.push([{ upsert: { points: batch } }]);
    batch = [];
    bytes = 0;
  };
  for (const point of points) {
    const size = sizeOf(point);
    if (batch.length >= limits.points || bytes + size > limits.bytes) close();
    batch.push({ ...point, payload: { ...point.payload, seenBy: [] } });
    bytes += size;
  }
  close();
  return [[{ delete: { filter: ofDocuments([documentKey], tenant) } }], ...requests, shown(points)];
}

/** An operation for each audience: a document has one, as a rule. */
function shown(points: readonly Point[]): Operation[] {
  const byAudience = new Map<string, Point[]>();
  for (const point of points) {
    const key = JSON.stringify(point.payload.seenBy);
    const some = byAudience.get(key);
    if (some === undefined) byAudience.set(key, [point]);
    else some.push(point);
  }
  return [...byAudience.values()].map((some) => ({
    set_payload: {
      payload: { seenBy: some[0]?.payload.seenBy ?? [] },
      points: some.map(({ id }) => id),
    },
  }));
}

/** Of its JSON, from above: three bytes of UTF-8 for a character, 22 for a number. */
function sizeOf({ vector, payload }: Point): number {
  let bytes = 3 * JSON.stringify(payload).length;
  for (const one of Object.values(vector))
    bytes += 22 * (Array.isArray(one) ? one.length : 2 * one.indices.length);
  return bytes;
}
