import type { Reply } from './ask.ts';
import { isByModel, isModelFailed } from './pace.ts';

/** After fewer replies their mean says little. */
const fewestTimed = 2;

/** Counts the replies of a model, and says how long the rest will take. */
export class Tally {
  readonly #planned: number;
  readonly #now: () => number;
  readonly #startedAt: number;
  #asked = 0;
  #before = 0;
  #failed = 0;

  /** @param planned how many there will be; 0 without a model. */
  constructor(planned: number, now = () => performance.now()) {
    this.#planned = planned;
    this.#now = now;
    this.#startedAt = now();
  }

  /** For which the model gave nothing. */
  get failed(): number {
    return this.#failed;
  }

  /** @param isNew it was asked for now, and not before. */
  add(reply: Reply, isNew: boolean): void {
    if (isModelFailed(reply)) this.#failed += 1;
    else if (!isByModel(reply)) return;
    if (isNew) this.#asked += 1;
    else this.#before += 1;
  }

  /** null while it is not known. */
  leftMs(): number | null {
    if (this.#planned === 0 || this.#asked < fewestTimed) return null;
    const left = this.#planned - this.#before - this.#asked;
    return Math.max(0, left) * ((this.#now() - this.#startedAt) / this.#asked);
  }
}
