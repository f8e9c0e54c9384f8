/** Runs one thing at a time for each key. Asked again meanwhile, it runs once more afterwards, however often it was asked. */
export class CoalescedRuns {
  readonly #running = new Map<string, { again: boolean }>();

  /**
   * @returns at once, when the key runs already: that run is followed by another one.
   * @throws what the last run threw; a failure that is `final` does not keep the run that was asked for from coming.
   */
  async run(
    key: string,
    task: () => Promise<void>,
    final: (error: unknown) => boolean,
  ): Promise<void> {
    const running = this.#running.get(key);
    if (running) {
      running.again = true;
      return;
    }
    const own = { again: false };
    this.#running.set(key, own);
    try {
      for (;;) {
        own.again = false;
        try {
          await task();
          if (!asked(own)) return;
        } catch (error) {
          if (!asked(own) || !final(error)) throw error;
        }
      }
    } finally {
      this.#running.delete(key);
    }
  }
}

// A function, because the flag is set by others while the task is awaited, which narrowing does not see.
function asked(run: { again: boolean }): boolean {
  return run.again;
}
