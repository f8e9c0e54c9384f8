import type {
  CharacterImport,
  CommonSet,
  Generation,
  KnowledgeManifest,
  KnowledgeManifestDiff,
  KnowledgeMap,
  KnowledgeRevision,
  PassageDetail,
  Unpacked,
} from '@personate/contracts';
import { at, endedJob, id, version } from './samples.ts';

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

export const map: KnowledgeMap = {
  personaId: 'ada',
  revision: 4,
  documents: 2,
  passages: 3,
  firstAt: '1840-01-01T00:00:00.000Z',
  lastAt: '1843-05-01T00:00:00.000Z',
  undated: 1,
  byKind: { history: 3 },
  bySource: { letters: 3 },
  byYear: [
    { year: 1840, passages: 1 },
    { year: 1843, passages: 1 },
  ],
  topics: [
    {
      name: 'engine, numbers, notes',
      terms: ['engine', 'numbers', 'notes'],
      passages: 3,
      documents: 2,
      share: 1,
      firstAt: '1840-01-01T00:00:00.000Z',
      lastAt: '1843-05-01T00:00:00.000Z',
      byKind: { history: 3 },
      byYear: [{ year: 1840, passages: 1 }],
      examples: [{ passageId: id, text: 'The engine weaves.' }],
    },
  ],
  placed: 3,
};

/** What a download of knowledge ends with. */
export const knowledgeLines =
  '{"format":"personate-knowledge"}\n{"end":{"documents":0,"revision":4}}\n';

export const characterImport: CharacterImport = {
  format: 'character-card-v2',
  version,
  ingestion: endedJob,
  notes: ['Its instructions to the model are kept, not used.'],
};

export const unpacked: Unpacked = {
  version,
  ingestion: endedJob,
  pack: {
    format: 'personate-pack',
    version: 1,
    persona: { id: 'ada', name: 'Ada' },
    headVersion: 3,
    knowledge: { revision: 4, documents: 2, digest: 'd'.repeat(64) },
    packedAt: at,
  },
};

export const commonSet: CommonSet = {
  id: 'coast',
  title: 'The coast',
  content: {
    fileName: 'coast.zip',
    sha256: 'a'.repeat(64),
    sizeBytes: 2048,
    documents: 12,
    fedAt: at,
  },
  personas: ['ada'],
  createdAt: at,
};

/** Of a store that was made anew and serves. */
export const generation: Generation = {
  personaId: 'ada',
  generation: 2,
  status: 'serving',
  purpose: 'rebuild',
  embeddingIdentity: 'minilm',
  dimensions: 384,
  stopped: false,
  error: null,
  progress: { phase: 'done', documents: 3, total: 3 },
  createdAt: '2026-02-01T10:00:00.000Z',
  servedAt: '2026-02-01T10:00:05.000Z',
  retiredAt: null,
};

export const passage: PassageDetail = {
  passage: {
    passageId: id,
    documentKey: id,
    externalId: 'boats/elin',
    sourceId: 'notes',
    ordinal: 0,
    text: 'I moored at the quay.',
    headings: [],
    stance: 'by',
    kind: 'history',
    language: 'en',
    audience: ['public'],
    before: [],
    after: [],
    fingerprint: 'f'.repeat(64),
  },
  before: [],
  after: [],
};
