import type { Passage } from '@personate/contracts';
import { PassageIndex, type EmbeddedPassage } from '@personate/knowledge';
import type { HeldPassages } from './held-passages.ts';
import type { TableState } from './knowledge-schema.ts';
import { rowsOf, type SqlQueryable } from './sql-pool.ts';
import { vectorFromBinary } from './vector-format.ts';

/** Rows read at a time: each batch holds the thread for some 20 ms. */
const batchSize = 200;

interface IndexedRow {
  body: Passage;
  vector: Uint8Array | null;
}

/** The in-process index of one serving table, kept true by the table's revision. */
export class TableIndex {
  readonly #on: SqlQueryable;
  readonly #name: string;
  readonly #dense: boolean;
  readonly #held: HeldPassages;
  #index: PassageIndex;
  /** Ids of passages, each by itself; those of passages that are gone stay until the table is read anew. */
  #ids = new Map<string, string>();
  /** Document of each passage that the index holds. */
  #documents = new Map<string, string>();
  #epoch = '';
  #revision = -1;
  #refreshing: Promise<PassageIndex> | undefined;

  /** @param dense whether the vectors are held too */
  constructor(options: {
    on: SqlQueryable;
    name: string;
    dimensions: number;
    dense: boolean;
    held: HeldPassages;
  }) {
    this.#on = options.on;
    this.#held = options.held;
    this.#name = options.name;
    this.#dense = options.dense;
    this.#index = new PassageIndex(options.dense ? options.dimensions : 0);
  }

  get size(): number {
    return this.#index.size;
  }

  /** What the index stands for: to be asked before the table is read, and given to `hold` with what was read. */
  get revision(): number {
    return this.#revision;
  }

  /** Passages as the table has them at the index's revision, as far as they are held. */
  get passages(): ReadonlyMap<string, Passage> {
    return this.#held.of(this.#name);
  }

  /** Keeps what was read, unless something was written since. */
  hold(passages: readonly Passage[], revision: number): void {
    if (this.#refreshing !== undefined || this.#revision !== revision) return;
    this.#held.hold(this.#name, passages);
  }

  /** The index as the table stands in that state, or later. */
  async current(state: TableState): Promise<PassageIndex> {
    while (this.#epoch !== state.epoch || this.#revision < state.revision)
      await (this.#refreshing ??= this.#refresh(state).finally(
        () => (this.#refreshing = undefined),
      ));
    return this.#index;
  }

  /** What this process wrote itself needs no reading again, if the index was true until then. */
  wrote(
    state: { epoch: string; revision: number },
    documentKeys: readonly string[],
    passages: readonly EmbeddedPassage[],
  ): void {
    if (this.#refreshing !== undefined) return;
    if (this.#epoch !== state.epoch || this.#revision !== state.revision - 1) return;
    const keys = new Set(documentKeys);
    const gone = [...this.#documents].filter(([, key]) => keys.has(key)).map(([id]) => id);
    for (const id of gone) this.#documents.delete(id);
    for (const { passageId, documentKey } of passages) this.#documents.set(passageId, documentKey);
    this.#held.drop(this.#name, [...gone, ...passages.map(({ passageId }) => passageId)]);
    this.#index.replaceDocuments(documentKeys, passages);
    this.#revision = state.revision;
  }

  /**
   * Not bound to one asker's signal: others wait for it too. Bounded by the table's size. The state is
   * older than the rows: what was written meanwhile is read twice, never missed.
   */
  async #refresh(state: TableState): Promise<PassageIndex> {
    const { signal } = new AbortController();
    const known = this.#epoch === state.epoch ? this.#revision : -1;
    if (known < 0) {
      this.#held.forget(this.#name);
      this.#index = new PassageIndex(this.#dense ? state.dimensions : 0);
      this.#documents = new Map();
      this.#ids = new Map();
    } else await this.#dropGone(signal);
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await rowsOf<IndexedRow>(
        this.#on,
        signal,
        `select body, ${this.#dense ? 'vector_send(embedding)' : 'null'} as vector
         from knowledge.${this.#name} where passage_id > $1 and revision > $2
         order by passage_id limit ${batchSize}`,
        [after, known],
      );
      this.#take(rows);
      const last = rows.at(-1);
      if (last === undefined || rows.length < batchSize) break;
      after = last.body.passageId;
    }
    this.#epoch = state.epoch;
    this.#revision = state.revision;
    return this.#index;
  }

  #take(rows: readonly IndexedRow[]): void {
    const passages = rows.map(({ body }) => this.#sharingIds(body));
    for (const { passageId, documentKey } of passages) this.#documents.set(passageId, documentKey);
    // Read for the index anyway: recall finds them here, and their terms, which the index counts.
    this.#held.hold(this.#name, passages);
    this.#index.replaceDocuments(
      [],
      passages,
      rows.map(({ vector }) => (vector === null ? undefined : vectorFromBinary(vector))),
    );
  }

  /** An id stands in five passages: as one string it takes a fifth of the room, and is found without comparing it. */
  #sharingIds(passage: Passage): Passage {
    const shared = (id: string): string => {
      const known = this.#ids.get(id);
      if (known === undefined) this.#ids.set(id, id);
      return known ?? id;
    };
    passage.passageId = shared(passage.passageId);
    passage.before = passage.before.map(shared);
    passage.after = passage.after.map(shared);
    return passage;
  }

  async #dropGone(signal: AbortSignal): Promise<void> {
    const rows = await rowsOf<{ passage_id: string }>(
      this.#on,
      signal,
      `select passage_id from knowledge.${this.#name}`,
    );
    const there = new Set(rows.map((row) => row.passage_id));
    const gone = [...this.#documents.keys()].filter((id) => !there.has(id));
    for (const id of gone) this.#documents.delete(id);
    this.#held.drop(this.#name, gone);
    this.#index.removePassages(gone);
  }
}
