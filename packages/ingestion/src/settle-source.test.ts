import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestionOptionsSchema } from '@personate/contracts';
import { detectSource, openExport } from '@personate/sources';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settleSource } from './settle-source.ts';
import { surveyExport } from './survey-export.ts';

const { signal } = new AbortController();
const texts = ['We mended the slip.', 'The kiln was cold.', 'Rain, and no letter.'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personate-settle-'));
  for (const [n, text] of texts.entries())
    await writeFile(
      join(folder, `day-${n}.md`),
      n === 0 ? `---\nauthor: Nora Whitfield\n---\n${text}` : text,
    );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is stored: by source, the texts of the folder's notes, by their ids. */
type Stored = Record<string, Record<string, string>>;

async function settled(stored: Stored, given: { stance?: 'by' | 'about'; source?: string }) {
  await using files = await openExport(folder, { signal });
  const source = await detectSource(files, signal);
  const options = ingestionOptionsSchema.parse(given);
  const naming = { ...options, personaName: 'Nora Whitfield' };
  const survey = await surveyExport(files, source, naming, signal);
  const corpus = {
    heldBy: async (_: string, asked: ReadonlyArray<{ externalId: string; textHash: string }>) =>
      new Map(
        Object.entries(stored).map(([sourceId, notes]): [string, number] => [
          sourceId,
          asked.filter(({ externalId, textHash }) => {
            const text = notes[externalId];
            return text !== undefined && hashOf(text) === textHash;
          }).length,
        ]),
      ),
  };
  return settleSource({ corpus }, { files, source, survey, personaId: 'nora', options }, signal);
}

const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const all = Object.fromEntries(texts.map((text, n) => [`day-${n}`, text]));

describe('the source of a folder of notes that names none', () => {
  it('is that of its format and of the persona who is named in it, when it comes first', async () => {
    expect(await settled({}, {})).toBe('notes:Nora Whitfield');
  });

  it('is the one that holds these notes, whatever it was called, and whoever is said to have written them', async () => {
    for (const stance of ['by', 'about', undefined] as const)
      expect(await settled({ 'my-notes': all }, stance === undefined ? {} : { stance })).toBe(
        'my-notes',
      );
  });

  it('is still that one when a note has changed since', async () => {
    const changed = { vault: { ...all, 'day-1': 'The kiln was warm.' } };
    expect(await settled(changed, { stance: 'by' })).toBe('vault');
  });

  it('is not one that holds other texts under the same names, or few of them', async () => {
    const others = Object.fromEntries(Object.keys(all).map((id) => [id, `Another ${id}`]));
    expect(await settled({ diary: others }, { stance: 'by' })).toBe('notes');
    expect(
      await settled({ diary: { ...others, 'day-0': 'We mended the slip.' } }, { stance: 'by' }),
    ).toBe('notes');
  });

  it('is never what the server keeps itself', async () => {
    for (const ours of ['interview', 'improvised', 'common:sea'])
      expect(await settled({ [ours]: all }, { stance: 'by' })).toBe('notes');
  });

  it('is as it was named, where it was', async () => {
    expect(await settled({ 'my-notes': all }, { source: 'vault', stance: 'by' })).toBe('vault');
  });
});
