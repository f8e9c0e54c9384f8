import type { Passage } from '@personate/contracts';

/** Passages as they were read from their tables: recall looks at some hundred a question. */
export class HeldPassages {
  readonly #limit: number;
  /** By table, the one used last at the end; in it by id: two personas may have a passage of the same id. */
  readonly #tables = new Map<string, Map<string, Passage>>();
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Those of one table, which counts as used by that. */
  of(table: string): ReadonlyMap<string, Passage> {
    return this.#used(table);
  }

  hold(table: string, passages: readonly Passage[]): void {
    const held = this.#used(table);
    for (const passage of passages) {
      if (!held.has(passage.passageId)) this.#size += 1;
      // Given to every asker: nobody changes it for the others.
      held.set(passage.passageId, Object.freeze(passage));
    }
    this.#evict();
  }

  drop(table: string, ids: Iterable<string>): void {
    const held = this.#tables.get(table);
    if (held === undefined) return;
    for (const id of ids) if (held.delete(id)) this.#size -= 1;
  }

  /** All of a table's: it is read anew, or was dropped, and another may come under its name. */
  forget(table: string): void {
    this.#size -= this.#tables.get(table)?.size ?? 0;
    this.#tables.delete(table);
  }

  clear(): void {
    this.#tables.clear();
    this.#size = 0;
  }

  #used(table: string): Map<string, Passage> {
    const held = this.#tables.get(table) ?? new Map<string, Passage>();
    this.#tables.delete(table);
    this.#tables.set(table, held);
    return held;
  }

  #evict(): void {
    for (const [table, held] of this.#tables) {
      for (const id of held.keys()) {
        if (this.#size <= this.#limit) return;
        held.delete(id);
        this.#size -= 1;
      }
      if (held.size === 0) this.#tables.delete(table);
    }
  }
}
