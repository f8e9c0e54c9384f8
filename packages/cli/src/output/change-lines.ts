import type { PersonaChange } from '@personate/contracts';
import type { Output } from './output.ts';
import { shorten } from './wrap.ts';

/** Differences between two persona documents, each as where, before and after. */
export function changeLines(
  changes: readonly PersonaChange[],
  out: Pick<Output, 'paint'>,
): string[] {
  if (changes.length === 0) return ['They say the same.'];
  return changes.flatMap(({ path, before, after }) => [
    out.paint('bold', path),
    ...(isThere(before) ? [out.paint('red', `  - ${told(before)}`)] : []),
    ...(isThere(after) ? [out.paint('green', `  + ${told(after)}`)] : []),
  ]);
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function told(value: unknown): string {
  return shorten(typeof value === 'string' ? value : JSON.stringify(value), 300);
}
