import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openEmbedder, openMiniLmEmbedder, type Embedder } from '../src/index.ts';

const dirs: string[] = [];
const open: Embedder[] = [];
afterAll(async () => {
  await Promise.all(open.map((embedder) => embedder.close()));
  await Promise.all(dirs.map((dir) => rm(dir, { recursive: true, force: true })));
});

async function modelDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'personate-model-'));
  dirs.push(dir);
  return dir;
}

function opened<Kind extends Embedder>(embedder: Kind): Kind {
  open.push(embedder);
  return embedder;
}

const signal = new AbortController().signal;
/** Where two that started together have made the graph. */
let made: string;
beforeAll(async () => {
  made = await modelDir();
  const two = [openEmbedder({ modelDir: made }), openEmbedder({ modelDir: made })];
  await Promise.all(two.map((embedder) => embedder.embed(['a'], signal)));
  await Promise.all(two.map((embedder) => embedder.close()));
}, 60_000);
const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

const texts = [
  'The tide was kind to us this morning.',
  'ok',
  '🙂🙂🙂',
  'Das Boot liegt seit gestern wieder im Wasser.',
  'Πού μεγάλωσες; 你在哪里长大？ Где ты вырос?',
  'Larch on oak, copper rivets, and a coat of tar that smells of every summer since. '.repeat(9),
  'x = (a + b) * c; // 42',
];

describe('the native runtime', () => {
  it('computes the same vectors as the WebAssembly one, alone and in a batch', async () => {
    const native = opened(openEmbedder({ modelDir: made }));
    const wasm = opened(openMiniLmEmbedder());
    expect(await native.runtime).toEqual({ name: 'native' });
    expect(native.identity).toBe(wasm.identity);
    const expected = await wasm.embed(texts, signal);
    const batched = await native.embed(texts, signal);
    for (const [i, text] of texts.entries()) {
      const [alone] = await native.embed([text], signal);
      expect(cosine(batched[i] as Float32Array, expected[i] as Float32Array)).toBeGreaterThan(
        0.9999,
      );
      expect(cosine(alone as Float32Array, expected[i] as Float32Array)).toBeGreaterThan(0.9999);
    }
  }, 60_000);

  it('tells its makers nothing: it keeps no device id and no log of what it is used for', async () => {
    const home = await modelDir();
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--conditions=@personate/source',
        '--import',
        'tsx',
        fileURLToPath(new URL('embed-in-a-process.ts', import.meta.url)),
        made,
      ],
      { env: { PATH: process.env['PATH'], HOME: home, USERPROFILE: home }, timeout: 60_000 },
    );
    expect(JSON.parse(stdout)).toEqual({ name: 'native', vectors: 1 });
    expect(await readdir(home)).toEqual([]);
  }, 90_000);

  it('is waited for where it is closed while it loads, by a process that does nothing else', async () => {
    const program = fileURLToPath(new URL('close-in-a-process.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=@personate/source', '--import', 'tsx', program, await modelDir()],
      { timeout: 60_000 },
    );
    expect(stdout).toBe('closed');
  }, 90_000);

  it('makes its graph once, also when two start together, and again when the file was damaged', async () => {
    const files = await readdir(made);
    expect(files).toHaveLength(1);
    const [name = ''] = files;
    const dir = await modelDir();
    await copyFile(join(made, name), join(dir, name));
    await truncate(join(dir, name), 1_000);
    const again = opened(openEmbedder({ modelDir: dir }));
    expect(await again.runtime).toEqual({ name: 'native' });
    expect(await again.embed(['a'], signal)).toHaveLength(1);
  }, 60_000);

  it('gives way to the WebAssembly one where it does not load, and says why', async () => {
    const workerFile = join(import.meta.dirname, 'broken-native-worker.mjs');
    const embedder = opened(openEmbedder({ modelDir: await modelDir(), workerFile }));
    expect(await embedder.runtime).toEqual({ name: 'wasm', why: 'no binary for this platform' });
    expect((await embedder.embed(['a'], signal))[0]).toHaveLength(384);
  }, 60_000);

  it('lets nobody wait for its loading longer than they want to, and closes while it loads', async () => {
    const workerFile = join(import.meta.dirname, 'hanging-native-worker.mjs');
    const embedder = openEmbedder({ modelDir: await modelDir(), workerFile });
    const stop = new AbortController();
    const waiting = embedder.embed(['a'], stop.signal);
    stop.abort(new Error('the asker has gone'));
    await expect(waiting).rejects.toThrow('the asker has gone');
    const late = embedder.embed(['a'], signal);
    await Promise.all([
      embedder.close(),
      expect(late).rejects.toMatchObject({ code: 'embedding.failed' }),
    ]);
  }, 20_000);

  it('refuses what has no text or is too long, as the other does', async () => {
    const embedder = opened(openEmbedder({ modelDir: made }));
    await expect(embedder.embed([' '], signal)).rejects.toMatchObject({
      code: 'embedding.empty-text',
    });
    await expect(embedder.embed(['word '.repeat(300)], signal)).rejects.toMatchObject({
      code: 'embedding.text-too-long',
    });
  }, 60_000);
});
