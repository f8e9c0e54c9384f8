import type { TrainingRun, TrainingSet } from '@personate/contracts';
import { at, id } from './samples.ts';

const line = `${JSON.stringify({
  messages: [
    { role: 'system', content: 'You speak as Ada.' },
    { role: 'user', content: 'What is on your mind?' },
    { role: 'assistant', content: 'The engine weaves algebraic patterns.' },
  ],
})}\n`;

export const trainingSet: TrainingSet = {
  manifest: {
    format: 'personate-training-set',
    version: 1,
    persona: { id: 'ada', name: 'Ada' },
    personaVersion: 3,
    knowledgeRevision: 5,
    audience: ['public'],
    knownUntil: '1852-11-27T23:59:59.999Z',
    heldOutShare: 0.1,
    system: 'You speak as Ada.',
    requests: ['What is on your mind?'],
    files: {
      train: { sha256: 'a'.repeat(64), sizeBytes: line.length, examples: 1 },
      heldOut: { sha256: 'b'.repeat(64), sizeBytes: 0, examples: 0 },
    },
    counts: { answers: 0, posts: 1, bySource: { letters: 1 }, byKind: { history: 1 } },
    leftOut: { 'too-short': 2 },
    documents: [
      {
        documentKey: id,
        documentId: 'letter-1',
        source: 'letters',
        hash: 'c'.repeat(64),
        as: 'assistant',
        file: 'train',
      },
    ],
  },
  train: line,
  heldOut: '',
};

export const trainingRun: TrainingRun = {
  runId: id,
  personaId: 'ada',
  status: 'done',
  baseModel: 'small',
  tunedModel: 'ft:small:ada',
  audience: [],
  heldOutShare: 0.1,
  set: {
    sha256: 'a'.repeat(64),
    examples: 40,
    heldOut: 4,
    personaVersion: 3,
    knowledgeRevision: 5,
  },
  progress: 'running',
  error: null,
  serving: false,
  marked: { at, why: 'document-erased' },
  filesLeft: 1,
  requestedBy: 'admin',
  createdAt: at,
  startedAt: at,
  finishedAt: at,
};
