import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { isDatabaseAway, standby } from './is-database-away.ts';

type Release = (broken?: boolean | Error) => void;
type Taken = (error: Error | undefined, client: PoolClient | undefined, done: Release) => void;

/** Waited for in vain behind other users of this pool: of pg-pool 3, and it says nothing of the server. */
const poolIsFull = /^timeout exceeded when trying to connect/;

/**
 * Connections to the one of several servers that takes writes, whichever it is now: what connects to one that is away or
 * a standby asks the next, and begins there the next time. A connection on which a statement found the server to take no
 * writes is not used again: another server may be the primary by now, at the same address or at another.
 */
export class PrimaryPool extends Pool {
  readonly #servers: readonly string[];
  #at = 0;

  /** @param servers URLs of the same database */
  constructor(servers: readonly string[], options: PoolConfig & { connectMs: number }) {
    super({
      ...options,
      connectionString: servers[0],
      connectionTimeoutMillis: options.connectMs,
      verify: (client, done) => void told(refuseStandby(client, options.connectMs), done),
    });
    this.#servers = servers;
  }

  override connect(): Promise<PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<PoolClient> | void {
    const client = this.#connect();
    if (taken === undefined) return client;
    client.then(
      (one) => taken(undefined, one, one.release.bind(one)),
      (error: Error) => taken(error, undefined, () => undefined),
    );
  }

  async #connect(): Promise<PoolClient> {
    for (let asked = 1; ; asked += 1) {
      const at = this.#at;
      try {
        return await super.connect();
      } catch (error) {
        if (!isDatabaseAway(error) || poolIsFull.test((error as Error).message)) throw error;
        this.#leave(at);
        if (asked >= this.#servers.length) throw error;
      }
    }
  }

  /** The next one, unless somebody who failed at the same one was faster. */
  #leave(at: number): void {
    if (this.#at !== at) return;
    this.#at = (at + 1) % this.#servers.length;
    // Read at the making of each client.
    (this.options as PoolConfig).connectionString = this.#servers[this.#at];
  }
}

async function refuseStandby(client: PoolClient, withinMs: number): Promise<void> {
  const timer = setTimeout(() => client.connection.stream.destroy(silent()), withinMs);
  try {
    const { rows } = await client.query<{ is: boolean }>('SELECT pg_is_in_recovery() AS is');
    if (rows[0]?.is === true) throw standby();
  } finally {
    clearTimeout(timer);
  }
}

async function told(promise: Promise<void>, done: (error?: Error) => void): Promise<void> {
  let failure: Error | undefined;
  try {
    await promise;
  } catch (error) {
    failure = error as Error;
  }
  done(failure);
}

function silent(): Error {
  return Object.assign(new Error('the database took a connection and said nothing'), {
    code: 'ETIMEDOUT',
  });
}
