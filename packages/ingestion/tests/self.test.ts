import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ingestionOptionsSchema, type PersonaVersion } from '@personate/contracts';
import { minimalPersona } from '@personate/personas';
import { detectSource, openExport, sourceByFormat } from '@personate/sources';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
  options: { self?: string; stance?: 'by' | 'about'; source?: string },
  persona: Persona | null = null,
) {
  const path = join(folder, 'export.jsonl');
  const lines = authors.map((author, i) =>
    JSON.stringify({ id: `d${i}`, text: `Text number ${i}.`, author }),
  );
  await writeFile(path, lines.join('\n'));
  return inspectedAt(path, persona === null ? options : { source: 's', ...options }, persona);
}

interface Persona {
  name: string;
  asOf?: string;
}

/** An X archive of one post. */
async function archive(displayName: string, username: string): Promise<string> {
  const root = join(folder, `x-${username}`);
  await mkdir(join(root, 'data'), { recursive: true });
  const part = (name: string, value: unknown) =>
    writeFile(
      join(root, 'data', `${name}.js`),
      `window.YTD.${name}.part0 = ${JSON.stringify([value])}`,
    );
  await part('account', {
    account: { username, accountId: '4242', accountDisplayName: displayName },
  });
  await part('tweets', {
    tweet: {
      id_str: '1100000000000000000',
      created_at: 'Sat Mar 02 18:30:00 +0000 2019',
      full_text: 'First double shift done. My feet have filed a formal complaint.',
    },
  });
  return root;
}

function inspectedAt(
  path: string,
  options: { self?: string; stance?: 'by' | 'about'; source?: string },
  persona: Persona | null,
) {
  const { name, asOf } = persona ?? { name: 'Nobody' };
  const blank = minimalPersona({ id: 'somebody', name });
  const document = {
    ...blank,
    knowledgeLimits: { ...blank.knowledgeLimits, ...(asOf === undefined ? {} : { asOf }) },
  };
  const version: PersonaVersion = {
    personaId: 'somebody',
    version: 1,
    parent: null,
    document,
    origin: 'operator',
    note: '',
    causedBy: [],
    createdAt: '2024-01-01T00:00:00.000Z',
  };
  return inspectExport(
    {
      corpus: { known: async () => new Map(), heldBy: async () => new Map() },
      personas: { serving: async () => ({ version }) },
      exports: {
        open: (file, given, stop) => openExport(file, { name: given, signal: stop }),
        source: async (files, format, stop) =>
          format === undefined ? detectSource(files, stop) : sourceByFormat(format),
      },
    },
    {
      path,
      fileName: path.endsWith('.jsonl') ? 'export.jsonl' : 'export',
      personaId: persona === null ? null : 'somebody',
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

it('an account that is plainly called otherwise than the persona is told of, until it is confirmed', async () => {
  const path = await archive('Nora Whitfield', 'norawhits');
  const told = await inspectedAt(path, {}, { name: 'Wren Halloran' });
  expect(told).toMatchObject({ self: { name: 'Nora Whitfield' }, selfUnlike: 'Wren Halloran' });
  expect(told.documents.own).toBe(1);
  const confirmed = await inspectedAt(path, { self: 'Nora Whitfield' }, { name: 'Wren Halloran' });
  expect(confirmed.selfUnlike).toBeUndefined();
  expect((await inspectedAt(path, {}, { name: 'Nora Whitfield' })).selfUnlike).toBeUndefined();
  expect((await inspectedAt(path, {}, null)).selfUnlike).toBeUndefined();
});

it('an author who is called exactly what the persona is called is self, unless two are', async () => {
  const nora = { name: 'Nora Whitfield' };
  const told = await inspected(['nora whitfield', 'Nils'], {}, nora);
  expect(told).toMatchObject({ self: { name: 'nora whitfield' }, candidates: [] });
  expect(told.documents).toEqual({ own: 1, about: 1, context: 0 });
  expect((await inspected(['Nora W.', 'Nils'], {}, nora)).self).toBeNull();
  expect((await inspected(['Nils'], {}, nora)).candidates).toHaveLength(1);
});

it('who self is is not asked where every document says whose words it is', async () => {
  const stated = await inspected(['Nora', 'Interviewer'], { stance: 'by' });
  expect(stated).toMatchObject({ self: null, candidates: [] });
});

it('documents of after the persona’s knowledge are counted', async () => {
  const path = await archive('Nora Whitfield', 'norawhits');
  const at = async (asOf: string) =>
    (await inspectedAt(path, {}, { name: 'Nora Whitfield', asOf })).beyondKnowledge;
  expect(await at('2019-03-01')).toEqual({ asOf: '2019-03-01', documents: 1 });
  expect(await at('2019-03-02')).toBeUndefined();
});

it('a document of a month is of after the persona’s knowledge until that month is over', async () => {
  const path = join(folder, 'months.jsonl');
  const line = { id: 'a', text: 'The bridge was opened.', author: 'Nora', time: '2020-06' };
  await writeFile(path, JSON.stringify(line));
  const beyond = async (asOf: string) =>
    (await inspectedAt(path, { source: 's' }, { name: 'Nora', asOf })).beyondKnowledge;
  expect(await beyond('2020-06-29')).toEqual({ asOf: '2020-06-29', documents: 1 });
  expect(await beyond('2020-06-30')).toBeUndefined();
});
