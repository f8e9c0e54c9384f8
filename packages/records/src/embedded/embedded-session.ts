import type { PGlite } from '@electric-sql/pglite';
import { Notifications } from './notifications.ts';
import {
  errorResponse,
  readAnswer,
  readyForQuery,
  simpleQuery,
  type Answer,
} from './wire-frames.ts';

/** A client of the session, as the session sees it. */
export interface SessionClient {
  readonly searchPath: string;
  /** Takes an answer, or a notification in between. */
  deliver(bytes: Buffer): void;
}

interface Job {
  client: SessionClient;
  batch: Buffer;
}

const rollback = simpleQuery('ROLLBACK');
const rollbackText = /^\s*(rollback|abort)\b/i;

/**
 * PGlite is one Postgres session. This lends it to many clients, one at a time: whoever is in a transaction keeps
 * it until COMMIT or ROLLBACK; the others wait in order. Settings that a client makes with SET last for its lease only.
 * Session advisory locks exclude nobody here, since all are the same session: lock with rows.
 */
export class EmbeddedSession {
  readonly #pglite: PGlite;
  readonly #idleInTransactionMs: number;
  readonly #notifications = new Notifications();
  readonly #expired = new WeakSet<SessionClient>();
  #jobs: Job[] = [];
  #owner: SessionClient | null = null;
  #idle: NodeJS.Timeout | undefined;
  #pumping = false;
  #searchPath: string | null = null;
  #closed = false;

  constructor(pglite: PGlite, options: { idleInTransactionMs: number }) {
    this.#pglite = pglite;
    this.#idleInTransactionMs = options.idleInTransactionMs;
  }

  /** @param batch whole messages that end in Sync or are one simple Query. */
  submit(client: SessionClient, batch: Buffer): void {
    this.#jobs.push({ client, batch });
    if (client === this.#owner) clearTimeout(this.#idle);
    void this.#pump();
  }

  /** The client is gone: what it waited for is dropped, what it had open is rolled back. */
  leave(client: SessionClient): void {
    this.#jobs = this.#jobs.filter((job) => job.client !== client);
    if (client === this.#owner) this.#rollBack();
    if (this.#notifications.leave(client) && !this.#closed)
      this.#execute(this.#notifications.renew());
    void this.#pump();
  }

  /** Refuses whatever comes after. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#idle);
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      while (this.#hasWork()) {
        // Before the query, never after: answers then reach their callers while the next one waits.
        await new Promise((resolve) => setImmediate(resolve));
        const job = this.#next();
        if (job) this.#run(job);
      }
    } finally {
      this.#pumping = false;
    }
  }

  #hasWork(): boolean {
    return this.#owner === null
      ? this.#jobs.length > 0
      : this.#jobs.some((job) => job.client === this.#owner);
  }

  #next(): Job | undefined {
    const at = this.#owner === null ? 0 : this.#jobs.findIndex((job) => job.client === this.#owner);
    return at < 0 ? undefined : this.#jobs.splice(at, 1)[0];
  }

  #run({ client, batch }: Job): void {
    if (this.#closed) return refuse(client, '57P01', 'The database is closed.', 'I');
    if (this.#expired.has(client)) {
      if (!rollbackText.test(batch.toString('latin1', 5))) {
        const text = `The transaction was idle for more than ${this.#idleInTransactionMs} ms and was rolled back.`;
        return refuse(client, '25P03', text, 'E');
      }
      this.#expired.delete(client);
    }
    if (this.#owner === null) this.#prepare(client);
    clearTimeout(this.#idle);
    const answer = this.#execute(batch);
    this.#owner = answer.status === 'I' ? null : client;
    if (this.#owner !== null) this.#watch(client);
    if (
      answer.tags.some((tag) => /^(SET|RESET|DISCARD)/.test(tag)) ||
      batch.includes('set_config')
    ) {
      this.#searchPath = null;
    }
    const renewal = this.#notifications.note(client, batch, answer.tags);
    if (renewal) this.#execute(renewal);
    client.deliver(answer.bytes);
  }

  #prepare(client: SessionClient): void {
    if (this.#searchPath === client.searchPath) return;
    this.#execute(simpleQuery(`RESET ROLE; RESET ALL; SET search_path TO ${client.searchPath}`));
    this.#searchPath = client.searchPath;
  }

  #watch(client: SessionClient): void {
    this.#idle = setTimeout(() => {
      if (this.#owner !== client) return;
      this.#expired.add(client);
      this.#rollBack();
      void this.#pump();
    }, this.#idleInTransactionMs);
    this.#idle.unref();
  }

  #rollBack(): void {
    clearTimeout(this.#idle);
    this.#owner = null;
    if (!this.#closed) this.#execute(rollback);
  }

  #execute(batch: Buffer): Answer {
    const chunks: Buffer[] = [];
    // Streamed: the buffered form keeps every parsed message for as long as the instance lives (PGlite 0.5.16).
    // It runs before it first awaits; a failure shows as an answer without an end.
    this.#pglite
      .execProtocolRawStream(batch, {
        syncToFs: false,
        onRawData: (bytes) => chunks.push(Buffer.from(bytes)),
      })
      .catch(() => undefined);
    const answer = readAnswer(Buffer.concat(chunks));
    if (answer.status === null) {
      const broken = errorResponse('58000', 'The embedded database gave no whole answer.');
      return readAnswer(Buffer.concat([broken, readyForQuery('I')]));
    }
    for (const { channel, bytes } of answer.notifications) {
      for (const listener of this.#notifications.listeners(channel)) listener.deliver(bytes);
    }
    return answer;
  }
}

function refuse(client: SessionClient, code: string, message: string, status: 'I' | 'E'): void {
  client.deliver(Buffer.concat([errorResponse(code, message), readyForQuery(status)]));
}
