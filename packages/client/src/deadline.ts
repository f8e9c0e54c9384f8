/** Aborts with the caller's signal, or when it was not put off for the time. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** True once the time was over. */
  readonly passed: boolean;
  /** Starts the time again. */
  putOff(): void;
  close(): void;
}

export function openDeadline(timeoutMs: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let passed = false;
  let timer: ReturnType<typeof setTimeout>;
  const putOff = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      passed = true;
      controller.abort();
    }, timeoutMs);
  };
  const pass = () => controller.abort(caller?.reason);
  if (caller?.aborted === true) pass();
  caller?.addEventListener('abort', pass, { once: true });
  putOff();
  return {
    signal: controller.signal,
    get passed() {
      return passed;
    },
    putOff,
    close() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', pass);
    },
  };
}
