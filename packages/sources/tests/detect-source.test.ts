import { describe, expect, it } from '@jest/globals';
import { ExpectedError } from '@personate/contracts';
import { notesSource } from '../src/notes/notes-source.ts';
import { detectSource, sourceByFormat } from '../src/sources.ts';
import { memoryExport, never, tell } from './build-export.ts';

const detected = async (contents: Record<string, string | Buffer>): Promise<string> =>
  (await detectSource(memoryExport(contents), never)).format;

const refused = async (contents: Record<string, string | Buffer>): Promise<ExpectedError> => {
  const error = await detectSource(memoryExport(contents), never).catch(
    (failure: unknown) => failure,
  );
  if (!(error instanceof ExpectedError)) throw new Error('it did not fail as expected');
  return error;
};

const tweets = 'window.YTD.tweets.part0 = []';
const positions = 'Company Name,Title,Description,Location,Started On,Finished On\n';

describe('recognising an export', () => {
  it('knows each format by what is in it', async () => {
    expect(await detected({ 'data/tweets.js': tweets, 'README.txt': 'hello' })).toBe('x-archive');
    expect(
      await detected({ 'data/js/tweets/2013_01.js': 'Grailbird.data.tweets_2013_01 = []' }),
    ).toBe('x-archive');
    expect(await detected({ 'Positions.csv': positions, 'Notes.txt': 'hello' })).toBe('linkedin');
    expect(await detected({ 'Shares_123.csv': 'Date,ShareLink,ShareCommentary\n' })).toBe(
      'linkedin',
    );
    expect(await detected({ 'talk.jsonl': '{"id":"1","text":"hello"}\n' })).toBe('jsonl');
    expect(await detected({ 'a/b.md': '# Hello', 'img.png': 'x' })).toBe('notes');
    expect(await detected({ 'diary.txt': 'Dear diary' })).toBe('notes');
  });

  it('is not taken in by names', async () => {
    expect((await refused({ 'tweets.js': 'export const tweets = [];' })).code).toBe(
      'export.format-unknown',
    );
    expect((await refused({ 'Positions.csv': 'ticker,amount\nACME,3\n' })).code).toBe(
      'export.format-unknown',
    );
    expect(await detected({ upload: '{"id":1,"text":"no name left"}' })).toBe('jsonl');
    expect(await detected({ upload: 'Just some words.' })).toBe('notes');
    expect((await refused({ upload: Buffer.from([0, 1, 2, 3]) })).code).toBe(
      'export.format-unknown',
    );
  });

  it('does not take a messenger’s transcript for a note', async () => {
    const chat = '12/03/2026, 09:14 - Ann: hi\n12/03/2026, 09:15 - Ben: hello\n';
    expect((await refused({ '_chat.txt': chat })).code).toBe('export.format-unknown');
    const ios = '[9/22/26, 10:15:32 AM] Ann: hi\n[9/22/26, 10:16:01 AM] Ben: hello\n';
    expect((await refused({ '_chat.txt': ios })).code).toBe('export.format-unknown');
  });

  it('says which option to pick where an export is HTML', async () => {
    const telegram = await refused({ 'messages.html': '<html>', 'js/script.js': 'x' });
    expect(telegram.code).toBe('export.html-instead-of-json');
    expect(telegram.fix).toContain('Machine-readable JSON');
    const facebook = await refused({ 'your_facebook_activity/posts/your_posts_1.html': '<html>' });
    expect(facebook.fix).toContain('Format: JSON');
    expect((await refused({ 'x/Your archive.html': '<html>' })).fix).toContain('"data" folder');
    expect((await refused({ 'page.html': '<html>' })).code).toBe('export.html-instead-of-json');
  });

  it('lists what it found and what it understands', async () => {
    const unknown = await refused({ 'a.bin': 'x', 'b.bin': 'y', 'inner.zip': 'z' });
    expect(unknown.message).toContain('3 files (2 .bin, 1 .zip)');
    expect(unknown.fix).toContain('(x-archive)');
    expect(unknown.fix).toContain('unpack the outer one');
  });

  it('finds a source by its slug, or names those there are', () => {
    expect(sourceByFormat('linkedin').title).toBe('LinkedIn export');
    expect(() => sourceByFormat('myspace')).toThrow(ExpectedError);
  });

  it('says of every file whether it was read', async () => {
    const files = memoryExport({ 'a.md': 'Hello', 'b.png': 'x', 'c.zip': 'y', 'd.pdf': 'z' });
    const { documents, skipped } = await tell(notesSource, files);
    expect(documents).toHaveLength(1);
    expect(skipped).toEqual({ media: 1, 'nested-zip': 1, 'file-not-read': 1 });
  });
});
