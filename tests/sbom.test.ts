import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..');
const list = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(
    z.object({
      type: z.string(),
      purl: z.string().optional(),
      name: z.string(),
      licenses: z.array(z.unknown()).min(1),
      externalReferences: z
        .array(z.looseObject({ hashes: z.array(z.unknown()).optional() }))
        .default([]),
    }),
  ),
});

describe('the list of what Personate consists of', () => {
  let folder: string;
  let made: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'personate-sbom-'));
    const file = join(folder, 'list');
    await run(process.execPath, [join(root, 'scripts/sbom.mjs'), file], { timeout: 100_000 });
    made = await readFile(file, 'utf8');
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('names everything that is installed to run it, with a licence and a digest, and the model', async () => {
    const { components } = list.parse(JSON.parse(made));
    const purls = components.map(({ purl = '' }) => decodeURIComponent(purl));
    const missing: string[] = [];
    for (const group of ['packages', 'services'])
      for (const member of await readdir(join(root, group))) {
        const manifest = await readFile(join(root, group, member, 'package.json'), 'utf8').catch(
          () => '{}',
        );
        const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: object };
        for (const name of Object.keys(dependencies))
          if (!purls.some((purl) => purl.startsWith(`pkg:npm/${name}@`))) missing.push(name);
      }
    expect(missing).toEqual([]);
    const unhashed = components.filter(
      ({ purl = 'pkg:npm/%40personate/', externalReferences }) =>
        !purl.startsWith('pkg:npm/%40personate/') &&
        !externalReferences.some(({ hashes = [] }) => hashes.length > 0),
    );
    expect(unhashed.map(({ purl }) => purl)).toEqual([]);
    expect(components.filter(({ type }) => type === 'machine-learning-model')).toHaveLength(1);
  });
});
