import {
  generationName,
  type GenerationSpec,
  type GenerationStatistics,
  type KnowledgeReader,
  type KnowledgeStores,
  type KnowledgeWriter,
} from '@personate/knowledge';
import { rowsOf, type SqlPool } from '../sql-pool.ts';
import { Connections } from './connections.ts';
import { createSchema, createTable, dropTable } from './generation-tables.ts';
import { PostgresReader } from './postgres-reader.ts';
import { PostgresWriter } from './postgres-writer.ts';

export interface PostgresKnowledgeStoresOptions {
  /** Of a Postgres server, and of this store alone: its connections are set up for searching. */
  pool: SqlPool;
  /** Kept by ingestion; the store counts nothing. */
  statistics: GenerationStatistics;
  /** Roles that may read each table, granted when it is made, if they exist; `personate_gateway` unless given. */
  readers?: readonly string[];
  /** Longest wait for a search; 10 s unless given. */
  readTimeoutMs?: number;
  /** Longest wait for a write; 60 s unless given. */
  writeTimeoutMs?: number;
  /** Longest wait for indexes to be built; 30 minutes unless given. */
  settleTimeoutMs?: number;
  /** Waits before a repetition, after a failure that may pass; 100 and 500 ms unless given. */
  retryDelaysMs?: readonly number[];
  /** Passages above which `settle` builds an index; 1,000 (terms) and 5,000 (vectors) unless given. */
  indexAbove?: { terms: number; vectors: number };
}

/**
 * A table per persona and generation in the schema `knowledge` of a Postgres server with pgvector 0.8 or later.
 * Vectors and terms are searched there, in one statement that obeys audience and time; no process keeps any of it.
 */
export class PostgresKnowledgeStores implements KnowledgeStores {
  readonly #connections: Connections;
  readonly #options: Required<Omit<PostgresKnowledgeStoresOptions, 'pool' | 'retryDelaysMs'>>;
  #schema: Promise<void> | undefined;

  constructor(options: PostgresKnowledgeStoresOptions) {
    const { pool, retryDelaysMs = [100, 500] } = options;
    this.#connections = new Connections({ pool, retryDelaysMs });
    this.#options = {
      statistics: options.statistics,
      readers: options.readers ?? ['personate_gateway'],
      readTimeoutMs: options.readTimeoutMs ?? 10_000,
      writeTimeoutMs: options.writeTimeoutMs ?? 60_000,
      settleTimeoutMs: options.settleTimeoutMs ?? 30 * 60_000,
      indexAbove: options.indexAbove ?? { terms: 1_000, vectors: 5_000 },
    };
  }

  /**
   * Makes the extension, the schema and the table of generations unless they are there.
   *
   * @throws SqlFailure, with `knowledge.extension-missing` where the server lacks pgvector
   */
  ensureSchema(): Promise<void> {
    const { signal } = new AbortController();
    this.#schema ??= this.#connections
      .transaction({ signal, timeoutMs: this.#options.writeTimeoutMs }, (client, either) =>
        createSchema(client, this.#options.readers, either),
      )
      .catch((error: unknown) => {
        this.#schema = undefined;
        throw error;
      });
    return this.#schema;
  }

  /**
   * @throws ExpectedError `knowledge.identity-mismatch` when it is there with vectors of another space,
   * `knowledge.table-missing` when it was made but its table was dropped behind our back: `drop` it, forget what
   * was projected, and project it anew
   */
  async create(spec: GenerationSpec, signal: AbortSignal): Promise<void> {
    const name = generationName(spec);
    signal.throwIfAborted();
    await this.ensureSchema();
    const { readers, writeTimeoutMs: timeoutMs } = this.#options;
    await this.#connections.transaction({ signal, timeoutMs }, (client, either) =>
      createTable(client, { name, spec, readers, signal: either }),
    );
  }

  async drop(spec: GenerationSpec, signal: AbortSignal): Promise<void> {
    const name = generationName(spec);
    signal.throwIfAborted();
    await this.ensureSchema();
    const { writeTimeoutMs: timeoutMs } = this.#options;
    await this.#connections.transaction({ signal, timeoutMs }, (client, either) =>
      dropTable(client, name, either),
    );
  }

  async holds(spec: GenerationSpec, signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    const { readTimeoutMs: timeoutMs } = this.#options;
    const rows = await this.#connections.run({ signal, timeoutMs }, (client, either) =>
      rowsOf<{ there: boolean }>(client, either, 'select to_regclass($1) is not null as there', [
        `knowledge.${generationName(spec)}`,
      ]),
    );
    return rows[0]?.there === true;
  }

  async reader(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeReader> {
    const name = generationName(spec);
    signal.throwIfAborted();
    const { statistics, readTimeoutMs: timeoutMs } = this.#options;
    return new PostgresReader(
      { connections: this.#connections, statistics, name, timeoutMs },
      spec,
    );
  }

  async writer(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeWriter> {
    await this.create(spec, signal);
    const { indexAbove, writeTimeoutMs: timeoutMs, settleTimeoutMs } = this.#options;
    const name = generationName(spec);
    return new PostgresWriter(
      { connections: this.#connections, name, indexAbove, timeoutMs, settleTimeoutMs },
      spec,
    );
  }

  /** The pool belongs to the caller. */
  async close(): Promise<void> {
    this.#schema = undefined;
  }
}
