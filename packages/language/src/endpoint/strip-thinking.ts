const opening = '<think>';
const closing = '</think>';

/** Leaves out what a reasoning model thinks aloud at the start of its stream, `<think>…</think>`. */
export class ThinkingFilter {
  #state: 'start' | 'thinking' | 'speaking' = 'start';
  #pending = '';

  push(text: string): string {
    if (this.#state === 'speaking') return text;
    this.#pending += text;
    if (this.#state === 'start') {
      const bare = this.#pending.trimStart();
      if (bare.length < opening.length && opening.startsWith(bare)) return '';
      this.#state = bare.startsWith(opening) ? 'thinking' : 'speaking';
      if (this.#state === 'speaking') return this.#release(bare);
    }
    const end = this.#pending.indexOf(closing);
    if (end === -1) {
      // The closing tag may come in pieces: only its length must be kept.
      this.#pending = this.#pending.slice(-opening.length - closing.length);
      return '';
    }
    this.#state = 'speaking';
    return this.#release(this.#pending.slice(end + closing.length).trimStart());
  }

  /** What was held back when the stream ends before it was clear. */
  end(): string {
    return this.#state === 'start' ? this.#release(this.#pending) : '';
  }

  #release(text: string): string {
    this.#pending = '';
    return text;
  }
}
