import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { jsonlSchema } from './jsonl-line.ts';

const documented = new URL('../../../../docs/jsonl.schema.json', import.meta.url);

it('docs/jsonl.schema.json is the schema that lines are checked by', async () => {
  const text = `${JSON.stringify(jsonlSchema, null, 2)}\n`;
  // Jest's own switch for snapshots: -u writes what is asserted.
  if (process.argv.some((argument) => argument === '-u' || argument === '--updateSnapshot'))
    await writeFile(documented, text);
  const found = await readFile(documented, 'utf8').catch(() => 'missing');
  if (found !== text)
    throw new Error(
      'docs/jsonl.schema.json is stale. Write it anew with: npm run jest -- --selectProjects sources --runInBand -t jsonl.schema -u',
    );
  expect(found).toBe(text);
});
