import type { Logger } from './logger.ts';

export interface Shutdown {
  /**
   * Closed last first, each within the bound; one that fails does not keep the others from closing.
   * @param boundMs of this part; else that of all
   */
  add(name: string, close: () => Promise<unknown>, boundMs?: number): void;
  close(): Promise<void>;
}

export function openShutdown(log: Pick<Logger, 'warn'>, boundMs: number): Shutdown {
  const parts: Array<{ name: string; close: () => Promise<unknown>; mostMs: number }> = [];
  let closing: Promise<void> | undefined;
  async function closeAll(): Promise<void> {
    for (const { name, close, mostMs } of parts.reverse()) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`not closed within ${mostMs} ms`)), mostMs);
      });
      await Promise.race([close(), late])
        .catch((error: unknown) => log.warn({ part: name, err: error }, 'part did not close'))
        .finally(() => clearTimeout(timer));
    }
  }
  return {
    add: (name, close, mostMs = boundMs) => void parts.push({ name, close, mostMs }),
    close: () => (closing ??= closeAll()),
  };
}
