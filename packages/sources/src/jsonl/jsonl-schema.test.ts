import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { jsonlSchema } from './jsonl-line.ts';

it('docs/jsonl.schema.json is the schema that lines are checked by', async () => {
  const documented = new URL('../../../../docs/jsonl.schema.json', import.meta.url);
  // Written by `npm run generate`.
  expect(JSON.parse(await readFile(documented, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(jsonlSchema)),
  );
});
