import {
  generationName,
  type GenerationSpec,
  type KnowledgeReader,
  type KnowledgeStores,
  type KnowledgeWriter,
} from '@personate/knowledge';
import { checkIdentity } from './check-identity.ts';
import { HeldPassages } from './held-passages.ts';
import { IndexCache } from './index-cache.ts';
import { createSchema, createTable, indexDocuments } from './knowledge-schema.ts';
import { PgvectorReader } from './pgvector-reader.ts';
import { PgvectorWriter } from './pgvector-writer.ts';
import { addSentenceColumn } from './sentence-column.ts';
import { rowsOf, type SqlPool } from './sql-pool.ts';
import { TableIndex } from './table-index.ts';
import { TableStates } from './table-states.ts';

export interface PgvectorKnowledgeStoresOptions {
  pool: SqlPool;
  /** In-process indexes held at a time, one a persona's generation; 32 unless given. */
  maxOpenIndexes?: number;
  /** Passages that all of them hold together, each with its vector, terms and text: some 5 kB; 100,000 unless given. */
  maxPassages?: number;
  /**
   * Where vectors are searched: `in-process` scans them in memory (1.5 kB a passage), `database` leaves them
   * in the table, with an HNSW graph where there are many. In process unless given.
   */
  dense?: 'in-process' | 'database';
  /**
   * No other process writes these tables, as in the embedded form: then recall asks the database for nothing but
   * texts that are not held. False unless given.
   */
  alone?: boolean;
  /** Of these, those whose text is held; all of them unless given. */
  maxHeldPassages?: number;
  /** Passages above which `settle` builds the graph, where vectors stay in the database; 20,000 unless given. */
  graphAbove?: number;
}

/**
 * A table per persona and generation in the schema `knowledge`, on Postgres or PGlite. Terms are searched in
 * process (BM25), by an index that each process fills from the table and keeps true by its revision.
 */
export class PgvectorKnowledgeStores implements KnowledgeStores {
  readonly #pool: SqlPool;
  readonly #indexes: IndexCache;
  readonly #held: HeldPassages;
  readonly #states: TableStates;
  readonly #graphAbove: number;
  #schema: Promise<void> | undefined;

  constructor(options: PgvectorKnowledgeStoresOptions) {
    const {
      pool,
      maxOpenIndexes = 32,
      maxPassages = 100_000,
      maxHeldPassages = maxPassages,
      alone = false,
      dense = 'in-process',
    } = options;
    this.#pool = pool;
    this.#graphAbove = dense === 'database' ? (options.graphAbove ?? 20_000) : Infinity;
    this.#held = new HeldPassages(maxHeldPassages);
    this.#states = new TableStates(pool, alone);
    this.#indexes = new IndexCache(
      { indexes: maxOpenIndexes, passages: maxPassages },
      (name, dimensions) =>
        new TableIndex({
          on: pool,
          name,
          dimensions,
          dense: dense === 'in-process',
          held: this.#held,
        }),
    );
  }

  /** Makes the schema, the extension and the table of revisions unless they are there. */
  ensureSchema(): Promise<void> {
    this.#schema ??= createSchema(this.#pool).catch((error: unknown) => {
      this.#schema = undefined;
      throw error;
    });
    return this.#schema;
  }

  /** @throws ExpectedError `knowledge.identity-mismatch` when it is there with vectors of another space. */
  async create(spec: GenerationSpec, signal: AbortSignal): Promise<void> {
    const name = generationName(spec);
    signal.throwIfAborted();
    await this.ensureSchema();
    await rowsOf(this.#pool, signal, createTable(name, spec.dimensions));
    await rowsOf(this.#pool, signal, indexDocuments(name));
    await addSentenceColumn(this.#pool, name, signal);
    await rowsOf(
      this.#pool,
      signal,
      `insert into knowledge.table_revision (table_name, embedding_identity, dimensions)
       values ($1, $2, $3) on conflict do nothing`,
      [name, spec.embeddingIdentity, spec.dimensions],
    );
    this.#states.forget(name);
    const state = await this.#states.of(name, signal);
    if (state !== null) checkIdentity(spec, state);
  }

  async drop(spec: GenerationSpec, signal: AbortSignal): Promise<void> {
    const name = generationName(spec);
    signal.throwIfAborted();
    await this.ensureSchema();
    try {
      await rowsOf(
        this.#pool,
        signal,
        'delete from knowledge.table_revision where table_name = $1',
        [name],
      );
      await rowsOf(this.#pool, signal, `drop table if exists knowledge.${name}`);
    } finally {
      this.#states.forget(name);
      this.#indexes.forget(name);
      this.#held.forget(name);
    }
  }

  async holds(spec: GenerationSpec, signal: AbortSignal): Promise<boolean> {
    const rows = await rowsOf<{ there: boolean }>(
      this.#pool,
      signal,
      'select to_regclass($1) is not null as there',
      [`knowledge.${generationName(spec)}`],
    );
    return rows[0]?.there === true;
  }

  async reader(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeReader> {
    signal.throwIfAborted();
    await this.ensureSchema();
    const name = generationName(spec);
    return new PgvectorReader(
      { pool: this.#pool, indexes: this.#indexes, states: this.#states, name },
      spec,
    );
  }

  async writer(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeWriter> {
    await this.create(spec, signal);
    return new PgvectorWriter(
      {
        pool: this.#pool,
        indexes: this.#indexes,
        states: this.#states,
        name: generationName(spec),
        graphAbove: this.#graphAbove,
      },
      spec,
    );
  }

  /** Indexes held in process now. */
  get openIndexes(): number {
    return this.#indexes.size;
  }

  /** Lets the indexes go; the pool belongs to the caller. */
  async close(): Promise<void> {
    this.#indexes.clear();
    this.#states.clear();
    this.#held.clear();
  }
}
