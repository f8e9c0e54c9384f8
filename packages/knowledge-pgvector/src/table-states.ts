import { tableState, type TableState } from './knowledge-schema.ts';
import type { SqlPool } from './sql-pool.ts';

/**
 * How far each serving table is written. Where this process alone writes them it knows that by itself, and the
 * database is asked once a table; else it is asked each time.
 */
export class TableStates {
  readonly #pool: SqlPool;
  readonly #alone: boolean;
  readonly #known = new Map<string, TableState>();
  /** Moves with everything that happens to a table here: what was read before is not kept then. */
  #changes = 0;

  constructor(pool: SqlPool, alone: boolean) {
    this.#pool = pool;
    this.#alone = alone;
  }

  /** Null when the generation was never created. */
  async of(name: string, signal: AbortSignal): Promise<TableState | null> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const changes = this.#changes;
    const state = await tableState(this.#pool, name, signal);
    if (this.#alone && state !== null && changes === this.#changes) this.#known.set(name, state);
    return state;
  }

  wrote(name: string, { epoch, revision }: Pick<TableState, 'epoch' | 'revision'>): void {
    this.#changes += 1;
    const known = this.#known.get(name);
    if (known === undefined) return;
    if (known.epoch !== epoch) this.#known.delete(name);
    else if (known.revision < revision) this.#known.set(name, { ...known, revision });
  }

  /** It was made or dropped, or nobody knows whether a write of it went through. */
  forget(name: string): void {
    this.#changes += 1;
    this.#known.delete(name);
  }

  clear(): void {
    this.#changes += 1;
    this.#known.clear();
  }
}
