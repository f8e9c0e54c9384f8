import { AsyncLocalStorage } from 'node:async_hooks';

/** What a line of the log is about; ids only. */
export interface Ids {
  requestId?: string;
  jobId?: string;
  taskId?: string;
  personaId?: string;
}

/** Ids of the request, job or task under way, wherever in it a line is logged. */
export class LogIds {
  readonly #storage = new AsyncLocalStorage<Ids>();

  /** What the work logs, and whatever it begins, carries these ids and those that were there. */
  run<Result>(ids: Ids, work: () => Result): Result {
    return this.#storage.run({ ...this.#storage.getStore(), ...ids }, work);
  }

  /** For the rest of what is under way; nothing where nothing is. */
  add(ids: Ids): void {
    const current = this.#storage.getStore();
    if (current !== undefined) Object.assign(current, ids);
  }

  current(): Readonly<Ids> {
    return this.#storage.getStore() ?? {};
  }
}
