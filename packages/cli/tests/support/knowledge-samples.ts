import type {
  KnowledgeManifest,
  KnowledgeManifestDiff,
  KnowledgeRevision,
} from '@personate/contracts';
import { at, id } from './samples.ts';

const revision: KnowledgeRevision = { revision: 4, at, cause: 'ingestion', ingestionId: id };
const named = { documentKey: id, documentId: 'tweets/1', source: 'x-archive:ada' };
const side = { hash: 'f'.repeat(64), since: 4, ingestionId: id };

export const manifest: KnowledgeManifest = {
  ...revision,
  personaId: 'ada',
  documents: 1,
  digest: 'd'.repeat(64),
  items: [{ ...named, ...side }],
  next: null,
};

export const manifestDiff: KnowledgeManifestDiff = {
  personaId: 'ada',
  from: { revision: 0, at: null, cause: 'empty', ingestionId: null },
  to: revision,
  counts: { added: 1, changed: 0, removed: 0, rechunked: 0 },
  items: [{ ...named, change: 'added', before: null, after: side }],
  next: null,
};
