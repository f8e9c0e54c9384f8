import { joinSignals } from '@personate/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { leavesConnection, nameFailure } from '../name-failure.ts';
import { SqlFailure } from '../sql-failure.ts';
import { until, type SqlClient, type SqlPool, type SqlQueryable } from '../sql-pool.ts';

export interface ConnectionsOptions {
  /** A pool of its own: each connection is set up for searching. */
  pool: SqlPool;
  /** Waits before a repetition, after a failure that may pass; its length is how often. */
  retryDelaysMs: readonly number[];
}

/** Longer than the server's own limit, so that a server that still answers ends its statement itself. */
const graceMs = 1_000;

/** Work on a database's connections: set up once, bounded in time, repeated where that may help. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #ready = new WeakSet<SqlClient>();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /**
   * @param work may be done again from its beginning
   * @throws SqlFailure; the signal's reason
   */
  async run<T>(
    input: { signal: AbortSignal; timeoutMs: number },
    work: (client: SqlQueryable, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { retryDelaysMs } = this.#options;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#once(input, work);
      } catch (error) {
        const delayMs = retryDelaysMs[attempt];
        const failure = nameFailure(error);
        // Who waited as long as he may does not wait that long again.
        const passes = failure?.transient === true && failure.failure !== 'timeout';
        if (!passes || delayMs === undefined) throw failure ?? error;
        await sleep(delayMs, undefined, { signal: input.signal });
      }
    }
  }

  /** All or nothing. */
  transaction<T>(
    input: { signal: AbortSignal; timeoutMs: number },
    work: (client: SqlQueryable, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    return this.run(input, async (client, signal) => {
      await client.query('begin');
      // Bounded as the work is; whatever the connection is used for next is not.
      await client.query(`set local statement_timeout = ${Math.ceil(input.timeoutMs)}`);
      try {
        const result = await work(client, signal);
        signal.throwIfAborted();
        await client.query('commit');
        return result;
      } catch (error) {
        if (leavesConnection(error) && !signal.aborted) await client.query('rollback');
        throw error;
      }
    });
  }

  async #once<T>(
    { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
    work: (client: SqlQueryable, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const late = AbortSignal.timeout(timeoutMs + graceMs);
    const { signal: either, release } = joinSignals(signal, late);
    let client: SqlClient | undefined;
    let usable = false;
    try {
      client = await this.#connect(either);
      if (!this.#ready.has(client)) {
        await until(either, client.query(setUp(timeoutMs)));
        this.#ready.add(client);
      }
      const result = await until(either, work(client, either));
      usable = true;
      return result;
    } catch (error) {
      usable = !either.aborted && leavesConnection(error);
      if (late.aborted && !signal.aborted)
        throw new SqlFailure('timeout', `no answer in ${timeoutMs} ms`, error);
      throw error;
    } finally {
      release();
      // One with a statement under way is thrown away; the server ends the statement by its own limit.
      client?.release(!usable);
    }
  }

  async #connect(signal: AbortSignal): Promise<SqlClient> {
    const connecting = this.#options.pool.connect();
    try {
      return await until(signal, connecting);
    } catch (error) {
      // Come too late for us, it goes back to the pool.
      if (signal.aborted) connecting.then((client) => client.release()).catch(() => undefined);
      throw error;
    }
  }
}

/** Of the whole connection: one statement that takes no parameters, so that it costs one round trip. */
const setUp = (timeoutMs: number): string => `
  set statement_timeout = ${Math.ceil(timeoutMs)};
  -- Without it a filter that lets few through leaves the graph's first neighbours and nothing else.
  set hnsw.iterative_scan = 'strict_order';
  -- At 10,000 passages the graph then finds 29 of 30 at worst, by the default (40) 28: bench/stores/graph.ts.
  set hnsw.ef_search = 100;
  -- Compiling takes longer than what it saves on a search.
  set jit = off`;
