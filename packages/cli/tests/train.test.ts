import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFakeApi } from './support/fake-api.ts';
import { run } from './support/run.ts';
import { detail } from './support/samples.ts';
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

it('train list says of a run what its set was, what is left of it, and why its model is not used', async () => {
  await using api = await openFakeApi();
  const ran = await run(['train', 'list', 'ada'], { url: api.url });
  expect(ran.out).toMatch(/ {2}done\n/);
  expect(ran.out).toMatch(/Model +ft:small:ada/);
  expect(ran.out).toMatch(/40 examples, 4 held out, version 3, revision 5/);
  expect(ran.out).toMatch(/Not used +a document of its set was erased/);
});

it('train start sends the model and what the set is to be made of', async () => {
  await using api = await openFakeApi();
  const argv = ['train', 'start', 'ada', '--model', 'small', '--hold-out', '0'];
  expect(await run(argv, { url: api.url })).toMatchObject({ exitCode: 0 });
  const sent = api.seen.find(({ line }) => line.endsWith('/training/runs'))?.body ?? '';
  expect(JSON.parse(sent)).toEqual({ model: 'small', heldOutShare: 0 });
  expect(await run(['train', 'start', 'ada'], { url: api.url })).toMatchObject({ exitCode: 2 });
});

it('persona show names the tuned model that speaks for it', async () => {
  await using api = await openFakeApi({
    'GET /v1/personas/ada': () => ({ ...detail, tunedModel: 'ft:small:ada' }),
  });
  const ran = await run(['persona', 'show', 'ada'], { url: api.url });
  expect(ran.out).toContain('a model tuned on its own words speaks for it: ft:small:ada');
});
