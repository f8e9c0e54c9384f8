import {
  type Erasure,
  type ErasureCheck,
  personaDocumentSchema,
  type AnswerExtension,
  type Calibration,
  type Citation,
  type Consent,
  type Explanation,
  type IngestionJob,
  type IngestionReport,
  type Interview,
  type Inspection,
  type KeyRecord,
  type KnowledgeStatistics,
  type Memory,
  type PersonaDetail,
  type PersonaDiff,
  type PersonaProposal,
  type PersonaSummary,
  type PersonaVersion,
  type SearchResponse,
  type Status,
  type ToneReport,
} from '@personate/contracts';

export const id = '00000000-0000-4000-8000-000000000001';
export const anyId = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;
export const at = '2020-05-08T10:00:00Z';

export const status: Status = {
  version: '1.2.3',
  form: 'embedded',
  store: { name: 'pgvector', change: 'no other' },
  embedder: { name: 'MiniLM', dimensions: 384, change: 'no other' },
  speaker: { kind: 'extractive', model: null, endpoint: null, change: 'Set PERSONATE_CHAT_MODEL.' },
  quietMs: 30_000,
  uploadLimitBytes: 10 * 1024 * 1024,
  suggestions: [{ code: 'model.found', message: 'Ollama runs here.', fix: 'Set it.' }],
  loading: [],
};

export const principal = {
  keyId: 'key-1',
  scopes: ['admin' as const],
  personas: null,
  vouchesForUser: true,
  inlineCitations: false,
  audience: [],
};
export const keyRecord: KeyRecord = {
  ...principal,
  name: 'web',
  createdAt: at,
  revokedAt: null,
};

export const summary: PersonaSummary = {
  id: 'ada',
  name: 'Ada',
  subject: 'fictional',
  consent: 'not-needed',
  summary: 'A mariner.',
  status: 'active',
  headVersion: 3,
  knowledgeRevision: 4,
  openProposals: 1,
  createdAt: at,
};
export const consent: Consent = { personaId: 'ada', subject: 'self', state: 'given', basis: 'Me.' };
export const document = personaDocumentSchema.parse({
  id: 'ada',
  name: 'Ada',
  subject: { kind: 'fictional' },
  disclosure: 'Ada is synthetic.',
  persona: { traits: [{ name: 'patience', strength: 0.5 }] },
});
export const detail: PersonaDetail = { ...summary, document };
export const version: PersonaVersion = {
  personaId: 'ada',
  version: 3,
  parent: 2,
  document,
  origin: 'operator',
  note: 'Warmer.',
  causedBy: [],
  createdAt: at,
};
export const proposal: PersonaProposal = {
  proposalId: id,
  personaId: 'ada',
  baseVersion: 3,
  document,
  origin: 'derive',
  note: 'Drafted from 12 documents.',
  causedBy: [],
  items: [
    {
      path: 'persona.traits[patience]',
      evidence: ['diary-1'],
      quotes: [{ documentId: 'diary-1', text: 'I am a patient person.' }],
      confidence: 0.6,
      basis: 'Said of themselves in 1 document.',
      from: 'counting',
    },
  ],
  notes: [],
  status: 'open',
  createdAt: at,
};
const rates = { threshold: 0.3, falseDeclines: 0.05, declined: { general: 0.98, others: null } };
export const calibration: Calibration = {
  personaId: 'ada',
  baseVersion: 3,
  wanted: 0.05,
  asked: { answerable: 80, general: 124, others: 0 },
  passedOver: ['bea'],
  threshold: 0.3,
  atThreshold: rates,
  atCurrent: { ...rates, threshold: 0.25 },
  areaUnderCurve: 0.97,
  roc: [rates],
  proposalId: id,
  version: null,
};
export const tone: ToneReport = {
  personaId: 'ada',
  version: 3,
  knowledgeRevision: 7,
  language: 'en',
  pieces: { own: 120, lines: 40, others: 300 },
  against: ['bea'],
  areaUnderCurve: 0.93,
  areaByStyle: 0.8,
  heldOut: { own: 0.9, others: 0.1 },
  scores: [],
  samples: [],
};
export const explanation: Explanation = {
  personaId: 'ada',
  version: 3,
  knowledgeRevision: 7,
  question: 'And the quay?',
  understood: 'Where is the quay?',
  language: 'en',
  style: 70,
  decision: 'answered',
  confidence: 0.6,
  speaker: 'endpoint',
  model: 'small',
  sent: true,
  tokenizer: 'cl100k_base',
  prompt: {
    tokens: 30,
    budget: 4000,
    stable: { tokens: 20, sha256: 'ab'.repeat(32) },
    messages: [
      { role: 'system', content: 'You speak as Ada.', tokens: 20 },
      { role: 'user', content: 'Where is the quay?', tokens: 10 },
    ],
    parts: [
      {
        name: 'character',
        stable: true,
        tokens: 20,
        estimated: 21,
        budget: 520,
        prompt: { name: 'character', version: 2 },
        text: 'You speak as Ada.',
      },
    ],
  },
  modules: [
    { path: 'persona.summary', part: 'character', shown: 'whole', text: 'Ada sails.' },
    { path: 'persona.traits[wit]', part: 'character', shown: 'left-out', text: 'wit' },
  ],
  evidence: [
    {
      n: 1,
      passageId: id,
      documentId: 'diary-1',
      source: 'diary',
      kind: 'history',
      stance: 'by',
      at: null,
      score: 0.9,
      shown: 'cut',
      text: 'The quay is by the mill.',
    },
  ],
  memories: [{ id, text: 'The user sails too.', shown: 'whole' }],
};
export const interview: Interview = {
  interviewId: id,
  personaId: 'ada',
  role: 'subject',
  respondent: 'Ada',
  audience: [],
  status: 'open',
  questions: ['Where were you born?', 'What makes you laugh?'].map((text, place) => ({
    n: place + 1,
    topic: 'life' as const,
    text,
    why: 'Little is known of this yet.',
    status: 'open' as const,
    answer: null,
    answeredAt: null,
  })),
  ingestionId: null,
  createdAt: at,
  updatedAt: at,
};
export const diff: PersonaDiff = {
  personaId: 'ada',
  from: 2,
  to: 3,
  changes: [{ path: 'persona.traits[patience].strength', before: 0.5, after: 0.55 }],
};

export const report: IngestionReport = {
  format: 'notes',
  self: { name: 'Ada' },
  candidates: [],
  documents: { own: 2, about: 1, context: 0 },
  added: 3,
  changed: 0,
  unchanged: 0,
  removed: 0,
  embedded: 4,
  skipped: { media: 1 },
  firstAt: at,
  lastAt: at,
  languages: { en: 3 },
  files: ['a.md'],
  problems: [],
  problemCount: 0,
};
export const inspection: Inspection = {
  report,
  fileName: 'a.md',
  sizeBytes: 3,
  upload: null,
};
export const job: IngestionJob = {
  ingestionId: id,
  personaId: 'ada',
  status: 'running',
  options: { dryRun: false, full: false },
  fileName: 'a.md',
  progress: { phase: 'embedding', documents: 1, total: 3, passages: 2 },
  report: null,
  error: null,
  createdAt: at,
  finishedAt: null,
};
export const endedJob: IngestionJob = {
  ...job,
  status: 'done',
  progress: { phase: 'done', documents: 3, total: 3, passages: 4 },
  report,
  finishedAt: at,
};

export const found: SearchResponse = {
  results: [
    {
      passageId: id,
      documentId: 'boats/elin',
      documentKey: id,
      source: 'notes',
      kind: 'history',
      stance: 'by',
      author: 'Ada',
      at,
      atPrecision: 'month',
      title: null,
      url: null,
      text: 'I moored at the quay.',
      context: [],
      score: 1.5,
      scores: { lexical: 1, dense: 0.5 },
    },
  ],
  timings: { searchMs: 2 },
};
export const statistics: KnowledgeStatistics = {
  documents: 3,
  passages: 4,
  byKind: { history: 4 },
  bySource: { notes: 4 },
  firstAt: at,
  lastAt: at,
};
export const memory: Memory = {
  memoryId: id,
  personaId: 'ada',
  userId: 'anna',
  text: 'The user has a dog.',
  quote: 'I have a dog.',
  kind: 'fact',
  slot: null,
  trust: 'stated',
  status: 'active',
  sourceTurnId: id,
  createdAt: at,
};
export const model = {
  id: 'ada',
  object: 'model',
  created: 1,
  owned_by: 'personate',
  personate: { name: 'Ada', version: 3, subject: 'fictional' },
};

export const citation: Citation = {
  n: 1,
  passageId: id,
  documentId: 'boats/elin',
  documentKey: id,
  source: 'notes',
  kind: 'history',
  stance: 'by',
  at,
  atPrecision: 'month',
  quote: 'I moored at the quay.',
};
export const extension: AnswerExtension = {
  persona: 'ada',
  version: 3,
  knowledgeRevision: 4,
  decision: 'answered',
  citations: [citation],
  memories: [],
  speaker: 'extractive',
  disclosure: 'Ada is synthetic.',
  conversationId: id,
  turnId: id,
  timings: { understandMs: 1, recallMs: 1, decideMs: 1, firstTokenMs: 1 },
};

const head = { id: 'c', created: 1, model: 'ada' };
export function completion(content: string, personate: AnswerExtension) {
  const message = { role: 'assistant', content, refusal: null, annotations: [] };
  return {
    ...head,
    object: 'chat.completion',
    choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    personate,
  };
}
/** The events of a streamed answer. */
export function chunks(content: string, personate: AnswerExtension): Array<[string, unknown]> {
  const chunk = (delta: object, finish_reason: 'stop' | null, more: object = {}) => ({
    ...head,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
    ...more,
  });
  return [
    ['', chunk({ role: 'assistant', content: content.slice(0, 3) }, null)],
    ['', chunk({ content: content.slice(3) }, null)],
    ['', chunk({}, 'stop', { personate })],
    ['', '[DONE]'],
  ];
}

export const erasure: Erasure = {
  erasureId: id,
  scope: 'persona',
  personaId: 'ada',
  documentKey: null,
  digest: 'd'.repeat(64),
  salt: '5a17',
  status: 'done',
  removed: { documents: 2, passages: 3 },
  requestedBy: 'admin',
  requestedAt: at,
  finishedAt: at,
};
export const erasureCheck: ErasureCheck = {
  erasureId: id,
  checkedAt: at,
  whole: true,
  remaining: { documents: 0 },
};
