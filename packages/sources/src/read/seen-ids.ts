/** A Set takes at most 2^24 entries; an export with more ids is not refused, its late duplicates are just not noticed here. */
const maxIds = 10_000_000;

export class SeenIds {
  readonly #ids = new Set<string>();
  readonly #repeats = new Map<string, number>();

  /** @returns false when the id was there already. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    if (this.#ids.size < maxIds) this.#ids.add(id);
    return true;
  }

  /** The id itself, or with `-2`, `-3` … behind it when it is taken. */
  addDistinct(id: string): string {
    let distinct = id;
    while (!this.add(distinct)) {
      const n = (this.#repeats.get(id) ?? 1) + 1;
      this.#repeats.set(id, n);
      distinct = `${id}-${n}`;
    }
    return distinct;
  }
}
