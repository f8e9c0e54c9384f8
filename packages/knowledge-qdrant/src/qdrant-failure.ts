import { ExpectedError, type ErrorKind } from '@personate/contracts';

interface Meaning {
  /** Whether the same call may succeed a moment later. */
  transient: boolean;
  kind: ErrorKind;
  code: string;
  message: string;
  fix: string;
}

const waitAndSee = 'Try again in a moment; if it goes on, look at Qdrant’s log and health.';

/** All that can go wrong between us and a Qdrant. A new name cannot be added without deciding what it means. */
const meanings = {
  unreachable: {
    transient: true,
    kind: 'unavailable',
    code: 'knowledge.store-unreachable',
    message: 'Qdrant cannot be reached',
    fix: 'Start it, or correct QDRANT_URL.',
  },
  interrupted: {
    transient: true,
    kind: 'unavailable',
    code: 'knowledge.store-unreachable',
    message: 'The connection to Qdrant broke off',
    fix: waitAndSee,
  },
  untrusted: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.store-certificate',
    message: 'Qdrant’s certificate is not trusted',
    fix: 'Mend the certificate, or name its authority in NODE_EXTRA_CA_CERTS.',
  },
  timeout: {
    transient: true,
    kind: 'timeout',
    code: 'knowledge.store-timeout',
    message: 'Qdrant did not answer in time',
    fix: waitAndSee,
  },
  throttled: {
    transient: true,
    kind: 'unavailable',
    code: 'knowledge.store-busy',
    message: 'Qdrant limits the rate of our calls',
    fix: 'Raise the limits of its strict mode, or call more slowly.',
  },
  overloaded: {
    transient: true,
    kind: 'unavailable',
    code: 'knowledge.store-busy',
    message: 'Qdrant is not ready to serve',
    fix: waitAndSee,
  },
  internal: {
    transient: true,
    kind: 'upstream',
    code: 'knowledge.store-failed',
    message: 'Qdrant failed',
    fix: waitAndSee,
  },
  full: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.store-full',
    message: 'Qdrant has no space left',
    fix: 'Give its volume or its memory more room; nothing is lost meanwhile, the next ingestion goes on.',
  },
  readOnly: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.store-read-only',
    message: 'Qdrant takes no writes',
    fix: 'Lift its write lock, or give it a volume that it may write to.',
  },
  refusedKey: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.store-key-refused',
    message: 'Qdrant refuses our key',
    fix: 'Compare QDRANT_API_KEY with the key Qdrant was started with.',
  },
  forbidden: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.store-forbidden',
    message: 'Qdrant does not let this token near that collection',
    fix: 'Start the ingestion service: it gives every persona a new token when one is due.',
  },
  missing: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.collection-missing',
    message: 'The persona’s collection is gone from Qdrant',
    fix: 'Start ingestion again, or ingest something for the persona: its knowledge is then projected anew from the records.',
  },
  elsewhere: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.store-elsewhere',
    message: 'The persona’s knowledge lies in another kind of store than the one that is read',
    fix: 'Give every service the same PERSONATE_KNOWLEDGE_STORE; if they have it, wait until ingestion has projected the persona anew.',
  },
  exists: {
    transient: false,
    kind: 'conflict',
    code: 'knowledge.collection-exists',
    message: 'Qdrant has that already',
    fix: waitAndSee,
  },
  tooLarge: {
    transient: false,
    kind: 'unprocessable',
    code: 'knowledge.batch-too-large',
    message: 'Qdrant takes no request of that size',
    fix: 'Raise its service.max_request_size_mb, or split the document.',
  },
  rejected: {
    transient: false,
    kind: 'unprocessable',
    code: 'knowledge.store-rejected',
    message: 'Qdrant rejects the request',
    fix: 'Compare the collection’s settings with the persona’s generation; a strict mode may forbid it.',
  },
  alien: {
    transient: false,
    kind: 'upstream',
    code: 'knowledge.store-alien',
    message: 'What answers there is no Qdrant that we know',
    fix: 'Point QDRANT_URL at a Qdrant of version 1.16 or later, not at its dashboard or a proxy’s page.',
  },
} as const satisfies Record<string, Meaning>;

export type QdrantFailureName = keyof typeof meanings;

export class QdrantFailure extends ExpectedError {
  readonly failure: QdrantFailureName;

  /** @param detail what Qdrant said; never a header or an address with a secret in it */
  constructor(failure: QdrantFailureName, where: string, detail: string, cause?: unknown) {
    const { kind, code, message, fix } = meanings[failure];
    super(kind, code, `${message} (${where})${detail === '' ? '' : `: ${detail}`}.`, {
      fix,
      cause,
    });
    this.failure = failure;
  }

  get transient(): boolean {
    return meanings[this.failure].transient;
  }
}
