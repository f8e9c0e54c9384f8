import { once } from 'node:events';
import { styleText } from 'node:util';
import type { Io, OutStream } from '../io.ts';
import { plainJson, plainText } from './plain-text.ts';

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';
export type Paint = (colour: Colour, text: string) => string;

/** The two streams: results go to standard output, everything else to standard error. */
export class Output {
  readonly json: boolean;
  /** For text that goes to `result` or `write`. */
  readonly paint: Paint;
  /** For text that goes to `note`. */
  readonly paintNote: Paint;
  readonly #stdout: OutStream;
  readonly #stderr: OutStream;
  readonly #colours: boolean;
  readonly #noteColours: boolean;
  #told = false;

  constructor(io: Pick<Io, 'stdout' | 'stderr' | 'settings'>, options: { json: boolean }) {
    this.json = options.json;
    this.#stdout = io.stdout;
    this.#stderr = io.stderr;
    this.#colours = io.settings.colours && io.stdout.isTTY === true;
    this.#noteColours = io.settings.colours && io.stderr.isTTY === true;
    this.paint = painter(this.#colours);
    this.paintNote = painter(this.#noteColours);
  }

  /** Columns of a terminal; undefined for a pipe, whose lines are not broken. */
  get width(): number | undefined {
    if (this.#stdout.isTTY !== true) return undefined;
    // A terminal that does not know its size says 0.
    return Math.min(this.#stdout.columns || 80, 110);
  }

  /** What the verb was asked for: the value with `--json`, else the lines. Once a run. */
  result(value: unknown, lines: () => string | readonly string[]): void {
    if (this.#told) throw new Error('a verb has one result');
    this.#told = true;
    if (this.json) {
      this.#stdout.write(`${plainJson(JSON.stringify(value, null, 2))}\n`);
      return;
    }
    const text = lines();
    this.write(typeof text === 'string' ? text : text.map((line) => `${line}\n`).join(''));
  }

  /** Whether the one JSON value was written. */
  get told(): boolean {
    return this.#told;
  }

  /** To standard output as it is, where there is no `--json`. */
  write(text: string): void {
    if (!this.json) this.#stdout.write(plainText(text, { colours: this.#colours }));
  }

  /**
   * A file's content, which a program may read: every character of it into a pipe or a file, at its reader's pace; on
   * a terminal without what that would act on.
   */
  async content(text: string): Promise<void> {
    const isShown = this.#stdout.isTTY === true;
    if (!this.#stdout.write(isShown ? plainText(text, { colours: false }) : text))
      await once(this.#stdout, 'drain');
  }

  /** A line for people beside the result. */
  note(line: string): void {
    this.#stderr.write(`${plainText(line, { colours: this.#noteColours })}\n`);
  }
}

function painter(colours: boolean): Paint {
  return (colour, text) => (colours ? styleText(colour, text, { validateStream: false }) : text);
}
