/**
 * The answer as it is shown, with `[1]` after what a citation supports when the key asks for it, and where the
 * offsets of the plain answer stand in it.
 */
export class InlineMarkers {
  readonly #wanted: boolean;
  readonly #inserted: Array<{ at: number; length: number }> = [];
  #plain = '';
  #shown = '';

  constructor(wanted: boolean) {
    this.#wanted = wanted;
  }

  /** What to send for this piece of the answer. */
  text(text: string): string {
    this.#plain += text;
    this.#shown += text;
    return text;
  }

  /** What to send for a citation; nothing when markers are not wanted. */
  cite(n: number): string {
    if (!this.#wanted) return '';
    const marker = /\s$/.test(this.#shown) || this.#shown === '' ? `[${n}] ` : ` [${n}]`;
    this.#inserted.push({ at: this.#plain.length, length: marker.length });
    this.#shown += marker;
    return marker;
  }

  get plain(): string {
    return this.#plain;
  }

  get shown(): string {
    return this.#shown;
  }

  /** True when markers are wanted and none came along with the text. */
  get lacksMarkers(): boolean {
    return this.#wanted && this.#inserted.length === 0;
  }

  /** A range of the plain answer as a range of the shown one; a marker is no part of what it follows. */
  range(start: number, end: number): { start: number; end: number } {
    const shift = (offset: number, inclusive: boolean) =>
      this.#inserted.reduce(
        (moved, { at, length }) =>
          at < offset || (inclusive && at === offset) ? moved + length : moved,
        offset,
      );
    return { start: shift(start, true), end: shift(end, false) };
  }
}
