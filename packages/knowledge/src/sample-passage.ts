import type { Passage } from '@personate/contracts';
import { randomUUID } from 'node:crypto';

/** A passage for tests, with only what a test is about to be named. */
export function samplePassage(some: Partial<Passage> & { text: string }): Passage {
  const documentKey = some.documentKey ?? randomUUID();
  return {
    passageId: randomUUID(),
    documentKey,
    externalId: documentKey.slice(0, 4),
    sourceId: 'jsonl:test',
    ordinal: 0,
    headings: [],
    stance: 'by',
    kind: 'social',
    language: 'en',
    audience: ['public'],
    before: [],
    after: [],
    fingerprint: 'f',
    ...some,
  };
}
