import type { SpokenPart } from '../speaker.ts';

/** Longer than any marker: what has grown beyond it is text. */
const maxMarker = 40;
const complete =
  /^(?<gap>\s*)(?:\[\^?(?<square>\d{1,3}(?:\s?(?:[,;]|[-–])\s?\^?\d{1,3})*)\]|【(?<wide>\d{1,3}(?:\s?[,;]\s?\d{1,3})*)(?:[†:][^】]{0,24})?】)/u;
const beginning = /^\s*(?:\[\^?(?:\d[\d\s,;–^-]*)?|【(?:\d[^】]*)?|)$/u;

/**
 * Turns the markers in a model's stream, `[1]`, `[1, 2]`, `[1][2]`, `[1-3]`, `【1】`, into `cite` parts and takes
 * them out of the text, also where they come in pieces. Numbers without evidence are dropped.
 */
export class CitationMarkers {
  readonly #known: number;
  #pending = '';

  /** @param known How many pieces of evidence there are. */
  constructor(known: number) {
    this.#known = known;
  }

  push(text: string): SpokenPart[] {
    this.#pending += text;
    return this.#drain(false);
  }

  /** What is left once the stream has ended. */
  end(): SpokenPart[] {
    return this.#drain(true);
  }

  #drain(atEnd: boolean): SpokenPart[] {
    const parts: SpokenPart[] = [];
    while (this.#pending !== '') {
      const start = this.#pending.search(/\s*[[【]|\s+$/u);
      if (start === -1) {
        pushText(parts, this.#pending);
        this.#pending = '';
        break;
      }
      pushText(parts, this.#pending.slice(0, start));
      this.#pending = this.#pending.slice(start);
      const marker = complete.exec(this.#pending);
      if (marker !== null) {
        this.#pending = this.#pending.slice(marker[0].length);
        parts.push(...this.#cites(marker.groups?.['square'] ?? marker.groups?.['wide'] ?? ''));
        continue;
      }
      const open = beginning.test(this.#pending) && this.#pending.length < maxMarker;
      if (open && !atEnd) break;
      const literal = /^\s*[[【]?/u.exec(this.#pending)?.[0] ?? this.#pending;
      pushText(parts, literal);
      this.#pending = this.#pending.slice(literal.length);
    }
    return parts;
  }

  #cites(list: string): SpokenPart[] {
    const numbers = list.split(/[,;]/u).flatMap((item) => {
      const [from, to] = item.split(/[-–]/u).map((text) => Number(text.replace(/\D/gu, '')));
      if (from === undefined) return [];
      const last = Math.min(to ?? from, this.#known);
      return Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from + index);
    });
    return [...new Set(numbers)]
      .filter((n) => n >= 1 && n <= this.#known)
      .map((n) => ({ type: 'cite', n }));
  }
}

function pushText(parts: SpokenPart[], text: string): void {
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.type === 'text') last.text += text;
  else parts.push({ type: 'text', text });
}
