import { ExpectedError, type ErrorKind } from '@personate/contracts';

interface Meaning {
  /** Whether the same call may succeed a moment later. */
  transient: boolean;
  kind: ErrorKind;
  code: string;
  message: string;
  fix: string;
}

const waitAndSee = 'Try again in a moment; if it goes on, look at the database’s log.';
const anew =
  'Drop the generation and project it anew: the records hold all that is needed, nothing is embedded twice.';

/** All that can go wrong between us and a database. A new name cannot be added without deciding what it means. */
const meanings = {
  unreachable: {
    transient: true,
    kind: 'unavailable',
    code: 'knowledge.store-unreachable',
    message: 'The knowledge database cannot be reached',
    fix: 'Start it, or correct its URL.',
  },
  interrupted: {
    transient: true,
    kind: 'unavailable',
    code: 'knowledge.store-unreachable',
    message: 'The connection to the knowledge database broke off',
    fix: waitAndSee,
  },
  timeout: {
    transient: true,
    kind: 'timeout',
    code: 'knowledge.store-timeout',
    message: 'The knowledge database did not answer in time',
    fix: waitAndSee,
  },
  busy: {
    transient: true,
    kind: 'unavailable',
    code: 'knowledge.store-busy',
    message: 'The knowledge database has no room for another client, or starts or ends just now',
    fix: 'Try again in a moment; raise max_connections or lower the pools if it goes on.',
  },
  contended: {
    transient: true,
    kind: 'unavailable',
    code: 'knowledge.store-busy',
    message: 'Two writers of the knowledge database were in each other’s way',
    fix: waitAndSee,
  },
  full: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.store-full',
    message: 'The knowledge database has no space or memory left',
    fix: 'Give it more; nothing is lost meanwhile, the next ingestion goes on where this one stopped.',
  },
  readOnly: {
    // While another server takes over.
    transient: true,
    kind: 'unavailable',
    code: 'knowledge.store-read-only',
    message: 'The knowledge database takes no writes',
    fix: 'Try again in a moment; if it goes on, name the primary, not a standby, in its URL, or lift default_transaction_read_only.',
  },
  refused: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.store-key-refused',
    message: 'The knowledge database refuses our login',
    fix: 'Correct user, password and database in its URL.',
  },
  forbidden: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.store-forbidden',
    message: 'Our role may not do that in the knowledge database',
    fix: 'Grant the roles anew: start the ingestion service, which owns the tables.',
  },
  missing: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.table-missing',
    message: 'The generation’s table is gone from the database',
    fix: anew,
  },
  changed: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.table-changed',
    message: 'The generation’s table is not as we made it',
    fix: anew,
  },
  extension: {
    transient: false,
    kind: 'unavailable',
    code: 'knowledge.extension-missing',
    message: 'The database lacks the vector extension, version 0.8 or later',
    fix: 'Install pgvector on the server; then, as a superuser, CREATE EXTENSION vector (or ALTER EXTENSION vector UPDATE).',
  },
  tooLarge: {
    transient: false,
    kind: 'unprocessable',
    code: 'knowledge.batch-too-large',
    message: 'The database takes nothing of that size',
    fix: 'Split the document.',
  },
  rejected: {
    transient: false,
    kind: 'unprocessable',
    code: 'knowledge.store-rejected',
    message: 'The database rejects the value',
    fix: 'Compare the passage and its vector with the persona’s generation.',
  },
  broken: {
    transient: false,
    kind: 'upstream',
    code: 'knowledge.store-failed',
    message: 'The knowledge database failed',
    fix: 'Look at the database’s log: its files or its memory may be damaged.',
  },
} as const satisfies Record<string, Meaning>;

export type SqlFailureName = keyof typeof meanings;

export class SqlFailure extends ExpectedError {
  readonly failure: SqlFailureName;

  /** @param detail what the database said; never an address with a password in it */
  constructor(failure: SqlFailureName, detail: string, cause?: unknown) {
    const { kind, code, message, fix } = meanings[failure];
    super(kind, code, `${message}${detail === '' ? '' : `: ${detail}`}.`, { fix, cause });
    this.failure = failure;
  }

  get transient(): boolean {
    return meanings[this.failure].transient;
  }
}
