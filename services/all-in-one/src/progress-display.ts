export interface ProgressLine {
  name: string;
  done: number;
  total: number;
}

/** A bar that is drawn over itself on a terminal; elsewhere one plain line each quarter, so that logs stay short. */
export class ProgressDisplay {
  readonly #out: { write(text: string): unknown; isTTY?: boolean; columns?: number };
  readonly #said = new Map<string, number>();
  #open = false;

  constructor(out: { write(text: string): unknown; isTTY?: boolean; columns?: number }) {
    this.#out = out;
  }

  show({ name, done, total }: ProgressLine): void {
    // Not counted yet: there is nothing to show a share of.
    if (total === 0) return;
    const share = Math.min(1, done / total);
    if (this.#out.isTTY) {
      const width = 24;
      const full = Math.round(share * width);
      const line = `  ${name.padEnd(24)} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${total} documents`;
      this.#out.write(`\r\u001b[K${line.slice(0, (this.#out.columns ?? 80) - 1)}`);
      this.#open = true;
      return;
    }
    const quarter = Math.floor(share * 4);
    if (this.#said.get(name) === quarter) return;
    this.#said.set(name, quarter);
    this.#out.write(`  ${name}: ${done} of ${total} documents\n`);
  }

  say(line: string): void {
    if (this.#open) this.#out.write('\r\u001b[K');
    this.#open = false;
    this.#out.write(`${line}\n`);
  }
}
