import type { Passage } from '@personate/contracts';

/** Passages as they were read from their tables, the latest used: recall reads some hundred a question. */
export class HeldPassages {
  readonly #limit: number;
  /** By table and id, in order of use, the oldest first: two personas may have a passage of the same id. */
  readonly #passages = new Map<string, Passage>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  find(table: string, id: string): Passage | undefined {
    const key = `${table}/${id}`;
    const passage = this.#passages.get(key);
    if (passage === undefined) return undefined;
    this.#passages.delete(key);
    this.#passages.set(key, passage);
    return passage;
  }

  hold(table: string, passage: Passage): void {
    // Given to every asker: nobody changes it for the others.
    this.#passages.set(`${table}/${passage.passageId}`, Object.freeze(passage));
    for (const oldest of this.#passages.keys()) {
      if (this.#passages.size <= this.#limit) return;
      this.#passages.delete(oldest);
    }
  }

  drop(table: string, ids: Iterable<string>): void {
    for (const id of ids) this.#passages.delete(`${table}/${id}`);
  }

  /** All of a table's: it is read anew, or was dropped, and another may come under its name. */
  forget(table: string): void {
    for (const key of this.#passages.keys())
      if (key.startsWith(`${table}/`)) this.#passages.delete(key);
  }

  clear(): void {
    this.#passages.clear();
  }
}
