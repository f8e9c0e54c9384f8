import type { Reply } from './ask.ts';

/** Enough for a model's endpoint to be busy, few enough for one small machine. */
const mostAtOnce = 4;
/** A model that takes so long for one reply has nothing to spare for a second: it would only run into its time-out. */
const slowMs = 8_000;

/** How many replies are asked for at a time: one at first, and one where a model is slow. */
export class Pace {
  readonly #now: () => number;
  readonly #waiting: Array<() => void> = [];
  #atOnce = 1;
  #running = 0;

  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  async run(work: () => Promise<Reply>): Promise<Reply> {
    if (this.#running >= this.#atOnce)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    const startedAt = this.#now();
    const beside = this.#running;
    try {
      const reply = await work();
      // What is declined is settled by rules, and says nothing of a model.
      if (isByModel(reply) || reply.extension.decision !== 'declined')
        this.#atOnce = (this.#now() - startedAt) / beside < slowMs ? mostAtOnce : 1;
      return reply;
    } finally {
      this.#running -= 1;
      while (this.#running < this.#atOnce && this.#waiting.length > 0) {
        this.#running += 1;
        this.#waiting.shift()?.();
      }
    }
  }
}

export const isByModel = ({ extension }: Reply) => extension.model !== undefined;
/** The model was asked and gave nothing, so that the persona spoke without it. */
export const isModelFailed = ({ extension }: Reply) => extension.reason === 'model-failed';
