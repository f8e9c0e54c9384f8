import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WindowReader } from './window-reader.ts';

const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, n) => (n * 7) % 251));
let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personate-window-'));
  path = join(folder, 'x.bin');
  await writeFile(path, bytes);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('reads any piece of a file as it is, in whatever order, and no more than there is', async () => {
  const reader = new WindowReader(openSync(path, 'r'));
  const piece = (position: number, length: number): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const buffer = Buffer.alloc(length + 2, 0xff);
      reader.read(buffer, 1, length, position, (error, bytesRead = 0) =>
        error === null ? resolve(buffer.subarray(1, 1 + bytesRead)) : reject(error),
      );
    });
  for (const [position, length] of [
    [0, 46],
    [46, 30],
    [65_500, 100],
    [65_536, 1],
    [10, 46],
    [1_000, 150_000],
    [2_000, 10],
    [199_990, 10],
  ] as const)
    expect(bytes.subarray(position, position + length).equals(await piece(position, length))).toBe(
      true,
    );
  expect(await piece(199_995, 46)).toEqual(bytes.subarray(199_995));
  const streamed: Buffer[] = [];
  for await (const chunk of reader._readStreamForRange(70_000, 150_000))
    streamed.push(chunk as Buffer);
  expect(bytes.subarray(70_000, 150_000).equals(Buffer.concat(streamed))).toBe(true);
  // Who stops in the middle takes the file from nobody.
  const left = reader._readStreamForRange(0, 150_000);
  await new Promise((resolve) => left.once('data', resolve));
  left.destroy();
  await new Promise((resolve) => left.once('close', resolve));
  expect(await piece(120_000, 10)).toEqual(bytes.subarray(120_000, 120_010));
  await new Promise<void>((resolve, reject) =>
    reader.close((error) => (error ? reject(error) : resolve())),
  );
});
