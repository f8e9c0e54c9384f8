import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ingestionOptionsSchema } from '@personate/contracts';
import { detectSource, openExport, sourceByFormat } from '@personate/sources';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectExport } from '../src/index.ts';

const { signal } = new AbortController();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personate-self-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inspected(
  authors: ReadonlyArray<string | undefined>,
  options: { self?: string; stance?: 'by' | 'about' },
) {
  const path = join(folder, 'export.jsonl');
  const lines = authors.map((author, i) =>
    JSON.stringify({ id: `d${i}`, text: `Text number ${i}.`, author }),
  );
  await writeFile(path, lines.join('\n'));
  return inspectExport(
    {
      corpus: { known: async () => new Map() },
      exports: {
        open: (file, name, stop) => openExport(file, { name, signal: stop }),
        source: async (files, format, stop) =>
          format === undefined ? detectSource(files, stop) : sourceByFormat(format),
      },
    },
    {
      path,
      fileName: 'export.jsonl',
      personaId: null,
      options: ingestionOptionsSchema.parse(options),
      signal,
    },
  );
}

const authors = ['Vera Núñez', 'Vera Núñez', 'Nils', undefined];

it('a self whom no author of the export is called is refused, with those that there are', async () => {
  await expect(inspected(authors, { self: 'Anna', stance: 'about' })).rejects.toMatchObject({
    code: 'ingestion.self-unknown',
    param: 'self',
    message: 'None of the export\'s authors is called "Anna". It has: Vera Núñez (2), Nils (1).',
    fix: expect.not.stringContaining('Did you mean'),
  });
});

it.each(['vera nunez', 'VeraNunez', 'Nunez'])('%s is told whom it may mean', async (self) => {
  await expect(inspected(authors, { self })).rejects.toMatchObject({
    code: 'ingestion.self-unknown',
    fix: expect.stringContaining('Did you mean "Vera Núñez"?'),
  });
});

it('of many authors ten are named, and one beyond those that are counted is still found', async () => {
  const many = Array.from({ length: 1_500 }, (_, i) => `Author ${i}`);
  await expect(inspected(many, { self: 'Nobody' })).rejects.toMatchObject({
    message: expect.stringMatching(/^[^(]*(?:\bAuthor \d+ \(1\)(?:, |\.$)){10}$/),
  });
  expect((await inspected(many, { self: 'author 1499' })).self).toEqual({ name: 'Author 1499' });
});

it('case makes no other person, and an export that names no author refuses nobody', async () => {
  expect((await inspected(authors, { self: 'vera núñez' })).self).toEqual({ name: 'Vera Núñez' });
  const nameless = await inspected([undefined], { self: 'Vera', stance: 'by' });
  expect(nameless.documents.own).toBe(1);
});
