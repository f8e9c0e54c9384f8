import type { OutStream } from '../io.ts';
import { charactersOf } from './characters.ts';
import { bar, formatCount } from './format.ts';
import { plainText } from './plain-text.ts';

export interface Progress {
  label: string;
  done: number;
  /** Absent while it is not known. */
  total?: number | undefined;
  unit: string;
  /** Said after the count. */
  beside?: string;
}

/** A bar that is drawn over itself on a terminal; elsewhere a plain line for each step and each quarter of it. */
export class ProgressDisplay {
  readonly #out: OutStream;
  #said = '';
  #open = false;

  constructor(out: OutStream) {
    this.#out = out;
  }

  show({ label, done, total, unit, beside }: Progress): void {
    const share = total === undefined || total === 0 ? undefined : done / total;
    const of = total === undefined ? '' : ` of ${formatCount(total)}`;
    const said = `${formatCount(done)}${of} ${unit}${beside === undefined ? '' : `, ${beside}`}`;
    if (this.#out.isTTY === true) {
      const drawn = share === undefined ? '' : `${bar(share, 24)} `;
      const text = plainText(`${label.padEnd(10)} ${drawn}${said}`, { colours: false });
      const line = charactersOf(text);
      this.#out.write(`\r\u001b[K${line.slice(0, (this.#out.columns || 80) - 1).join('')}`);
      this.#open = true;
      return;
    }
    const mark = `${label} ${share === undefined ? '' : Math.floor(share * 4)}`;
    if (mark === this.#said) return;
    this.#said = mark;
    this.#out.write(`${plainText(`${label}: ${said}`, { colours: false })}\n`);
  }

  /** Takes the bar away, for what is said next. */
  clear(): void {
    if (this.#open) this.#out.write('\r\u001b[K');
    this.#open = false;
  }
}
