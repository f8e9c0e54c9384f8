import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFakeApi } from './support/fake-api.ts';
import { run } from './support/run.ts';
import { trainingSet } from './support/training-samples.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'cli-train-'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

it('train set writes the three files as they came, into a folder that it makes', async () => {
  await using api = await openFakeApi();
  const argv = ['train', 'set', 'ada', '--out', 'sets/one', '--audience', 'family', '--hold-out', '0.2']; // prettier-ignore
  const ran = await run(argv, { url: api.url, cwd });
  expect(ran).toMatchObject({ exitCode: 0, out: expect.stringContaining('too-short 2') });
  const content = (file: string) => readFile(join(cwd, 'sets/one', file), 'utf8');
  expect(await content('train.jsonl')).toBe(trainingSet.train);
  expect(await content('held-out.jsonl')).toBe('');
  expect(JSON.parse(await content('manifest.json'))).toEqual(trainingSet.manifest);
  const sent = api.seen.find(({ line }) => line.endsWith('/training/set'))?.body ?? '';
  expect(JSON.parse(sent)).toEqual({ audience: ['family'], heldOutShare: 0.2 });
});

it('train set into a place where no folder can be says so, and writes nothing', async () => {
  await using api = await openFakeApi();
  await writeFile(join(cwd, 'taken'), '');
  const ran = await run(['train', 'set', 'ada', '--out', 'taken'], { url: api.url, cwd });
  expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining('cli.file-unwritable') });
  expect(await readdir(cwd)).toEqual(['taken']);
});
