import type { Passage } from '@personate/contracts';

type Counted = Pick<Passage, 'documentKey' | 'kind' | 'at'>;

/** How many passages and documents, of which kinds and years. */
export class Tally {
  readonly #documents = new Set<string>();
  readonly #kinds = new Map<string, number>();
  readonly #years = new Map<number, number>();
  #passages = 0;
  #undated = 0;
  #first = Infinity;
  #last = -Infinity;

  add({ documentKey, kind, at }: Counted): void {
    this.#passages += 1;
    this.#documents.add(documentKey);
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    if (at === undefined) {
      this.#undated += 1;
      return;
    }
    const time = new Date(at);
    const year = time.getUTCFullYear();
    this.#years.set(year, (this.#years.get(year) ?? 0) + 1);
    this.#first = Math.min(this.#first, time.getTime());
    this.#last = Math.max(this.#last, time.getTime());
  }

  told() {
    return {
      documents: this.#documents.size,
      passages: this.#passages,
      undated: this.#undated,
      firstAt: Number.isFinite(this.#first) ? new Date(this.#first).toISOString() : null,
      lastAt: Number.isFinite(this.#last) ? new Date(this.#last).toISOString() : null,
      byKind: Object.fromEntries([...this.#kinds].sort(([, a], [, b]) => b - a)),
      byYear: [...this.#years]
        .map(([year, passages]) => ({ year, passages }))
        .sort((a, b) => a.year - b.year),
    };
  }
}
