import { ExpectedError } from '@personate/contracts';
import type { Export } from '@personate/sources';

/** A small file of a pack. @throws ExpectedError `pack.broken`, `export.*`. */
export async function readWhole(
  pack: Export,
  path: string,
  limitBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of await pack.open(path, signal)) {
    size += (piece as Buffer).length;
    if (size > limitBytes) throw packBroken(`its ${path} is larger than ${limitBytes} bytes`);
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

export function packBroken(why: string): ExpectedError {
  return new ExpectedError('unprocessable', 'pack.broken', `The pack cannot be read: ${why}.`, {
    fix: 'Pack the persona again.',
  });
}
