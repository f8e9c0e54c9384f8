import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const libraries = '/usr/lib';

/**
 * What a process's environment needs for a clock that is wrong: libfaketime where it is installed (Debian's
 * `faketime`), which every call of the process goes by; else JavaScript's own Date alone.
 */
export function otherClock(shiftSeconds: number): { by: string; env: Record<string, string> } {
  const library = findLibrary();
  if (library === null)
    return {
      by: 'Date in JavaScript',
      env: {
        NODE_FLAGS: `--import ${resolve(import.meta.dirname, 'shift-clock.mjs')}`,
        FAULT_CLOCK_SHIFT_MS: String(shiftSeconds * 1_000),
      },
    };
  return {
    by: 'libfaketime',
    env: {
      LD_PRELOAD: library,
      FAKETIME: `${shiftSeconds < 0 ? '' : '+'}${shiftSeconds}s`,
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  };
}

function findLibrary(): string | null {
  for (const machine of readdirSync(libraries)) {
    const folder = join(libraries, machine, 'faketime');
    try {
      if (readdirSync(folder).includes('libfaketime.so.1')) return join(folder, 'libfaketime.so.1');
    } catch {
      // No such folder: the next one.
    }
  }
  return null;
}
