/** One top-level object of the file's array, as its JSON text. */
export interface SplitRecord {
  /** 1-based line it begins at. */
  line: number;
  text: string;
  /** False when its brackets were not closed: the file ends in it, or it is longer than a record can be. */
  whole: boolean;
}

export interface SplitterOptions {
  maxRecordBytes: number;
  /** Global. How a record begins, and nothing inside one: where a broken record has swallowed others, they are found by it. */
  recordStart?: RegExp;
}

const [newline, quote, backslash] = [0x0a, 0x22, 0x5c];
const [openBrace, closeBrace, openBracket, closeBracket, comma] = [0x7b, 0x7d, 0x5b, 0x5d, 0x2c];
/** `window.YTD.tweets.part0 = ` and its like are shorter. */
const maxPrefixBytes = 4_096;
/** Enough for a record's beginning that two stretches share. */
const overlapBytes = 256;

/**
 * Cuts `name = [{…}, {…}]`, `name = {…}` or the same without a name into its objects as the bytes come in, and holds one
 * object at a time. It looks at brackets, strings and escapes only; the objects are parsed by the engine, which is faster
 * than a streaming JSON parser that makes an event of every token.
 */
export class RecordSplitter {
  readonly #options: SplitterOptions;
  #state: 'before' | 'between' | 'inside' | 'after' = 'before';
  #parts: Buffer[] = [];
  #size = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #line = 1;
  #startLine = 1;
  #seen = 0;
  #single = false;
  #dropping = false;
  #stray = false;
  #out: SplitRecord[] = [];

  constructor(options: SplitterOptions) {
    this.#options = options;
  }

  /** @returns the records that end in this chunk. */
  push(chunk: Buffer): SplitRecord[] {
    this.#scan(chunk);
    return this.#taken();
  }

  /** @returns what was begun and never ended. */
  end(): SplitRecord[] {
    if (this.#state === 'inside') this.#emit(false);
    // An array that is never closed was cut between two records.
    else if (this.#state === 'between') this.#miss();
    this.#state = 'after';
    return this.#taken();
  }

  #taken(): SplitRecord[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  #scan(chunk: Buffer): void {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      if (byte === newline) this.#line += 1;
      if (this.#state === 'inside') {
        if (!this.#step(byte)) continue;
        this.#keep(chunk.subarray(from, at + 1));
        this.#emit(true);
        this.#state = this.#single ? 'after' : 'between';
      } else if (this.#state === 'after') return;
      else if (byte === openBrace) {
        if (this.#state === 'before') this.#single = true;
        this.#begin();
        from = at;
      } else if (this.#state === 'before') {
        if (byte === openBracket) this.#state = 'between';
        else if (++this.#seen > maxPrefixBytes) this.#state = 'after';
      } else if (byte === closeBracket) this.#state = 'after';
      else if (byte > 0x20 && byte !== comma) this.#miss();
    }
    if (this.#state === 'inside') this.#keep(chunk.subarray(from));
    if (this.#size > this.#options.maxRecordBytes) this.#overflow();
  }

  #begin(): void {
    this.#state = 'inside';
    this.#startLine = this.#line;
    this.#depth = 1;
    this.#inString = false;
    this.#escaped = false;
    this.#stray = false;
    this.#dropping = false;
  }

  /** @returns whether this byte closes the record. */
  #step(byte: number): boolean {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (byte === backslash) this.#escaped = true;
      // JSON has no raw line break in a string: the string was not closed, and the damage ends here.
      else if (byte === quote || byte === newline) this.#inString = false;
    } else if (byte === quote) this.#inString = true;
    else if (byte === openBrace || byte === openBracket) this.#depth += 1;
    else if (byte === closeBrace || byte === closeBracket) this.#depth -= 1;
    return this.#depth === 0;
  }

  #keep(part: Buffer): void {
    if (part.length === 0) return;
    this.#parts.push(part);
    this.#size += part.length;
  }

  #emit(whole: boolean): void {
    const text = this.#takeText().toString('utf8');
    if (!this.#dropping) this.#out.push({ line: this.#startLine, text, whole });
    else this.#salvage(text, text.length);
    this.#dropping = false;
  }

  #takeText(): Buffer {
    const bytes =
      this.#parts.length === 1 ? (this.#parts[0] as Buffer) : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    return bytes;
  }

  /** Of a stretch that is passed over, what looks like records all the same. */
  #salvage(text: string, end: number): void {
    const [first] = this.#starts(text);
    if (first !== undefined && first < end)
      this.#out.push({ line: this.#startLine, text: text.slice(first, end), whole: false });
  }

  /** Something that is no record; told once until the next one begins. */
  #miss(): void {
    if (!this.#stray) this.#out.push({ line: this.#line, text: '', whole: false });
    this.#stray = true;
  }

  /** The record is too long to be one: the last that begins inside it is read afresh, the rest is passed over. */
  #overflow(): void {
    // One character a byte, so that places in the text are places in the bytes.
    const bytes = this.#takeText();
    const last = this.#starts(bytes.toString('latin1')).at(-1) ?? -1;
    const restarts = this.#dropping ? last >= 0 : last > 0;
    const passed = bytes.subarray(0, restarts ? last : bytes.length).toString('utf8');
    if (this.#dropping) this.#salvage(passed, passed.length);
    else this.#out.push({ line: this.#startLine, text: passed, whole: false });
    if (!restarts) {
      this.#dropping = true;
      this.#keep(bytes.subarray(-overlapBytes));
      return;
    }
    const rest = bytes.subarray(last);
    for (const byte of rest) if (byte === newline) this.#line -= 1;
    this.#state = 'between';
    this.#scan(rest);
  }

  #starts(text: string): number[] {
    if (!this.#options.recordStart) return [];
    return Array.from(text.matchAll(this.#options.recordStart), (match) => match.index);
  }
}
