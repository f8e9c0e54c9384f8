import { describe, expect, it } from '@jest/globals';
import { ExpectedError, sourceDocumentSchema } from '@personate/contracts';
import fc from 'fast-check';
import { detectSource, sources } from '../src/sources.ts';
import { memoryExport, never, tell } from './build-export.ts';

const path = fc.constantFrom(
  'data/tweets.js',
  'data/account.js',
  'data/note-tweet.js',
  'data/direct-messages.js',
  'tweets/2013_01.js',
  'Profile.csv',
  'Positions.csv',
  'Shares_1.csv',
  'messages.csv',
  'Articles/a.html',
  'a.jsonl',
  'b.md',
  'c.txt',
  'd.zip',
  'upload',
  'e.html',
);
const piece = fc.constantFrom(
  'window.YTD.tweets.part0 = [',
  'Grailbird.data.x = [',
  '{"tweet":',
  '{"id_str":"1","full_text":"x","created_at":"2020-01-01"}',
  '}',
  ']',
  '{"id":"1","text":"x"}',
  '\n',
  'First Name,Last Name\n',
  'Company Name,Title\n',
  'Date,ShareLink,ShareCommentary\n',
  'a,b\n',
  '"',
  ',',
  '---\n',
  'title: x\n',
  '# H',
  '[[',
  '<p>',
  '</p>',
  '\\"',
  '😀',
  '\u0000',
  'é',
);
const content = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((all) => Buffer.from(all.join(''))),
  fc.uint8Array({ maxLength: 300 }).map((all) => Buffer.from(all)),
);
const anyExport = fc.dictionary(path, content, { minKeys: 1, maxKeys: 4 });

describe('any export', () => {
  it('is recognised or refused, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(anyExport, fc.integer({ min: 1, max: 100 }), async (contents, size) => {
        const found = await detectSource(memoryExport(contents, size), never).catch(
          (error: unknown) => error,
        );
        expect(found instanceof ExpectedError || sources.some((source) => source === found)).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is read by every source to its end, and tells only valid documents with distinct ids', async () => {
    await fc.assert(
      fc.asyncProperty(anyExport, fc.integer({ min: 1, max: 100 }), async (contents, size) => {
        for (const source of sources) {
          const { documents } = await tell(source, memoryExport(contents, size));
          expect(documents.every((told) => sourceDocumentSchema.safeParse(told).success)).toBe(
            true,
          );
          expect(new Set(documents.map((told) => told.externalId)).size).toBe(documents.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
