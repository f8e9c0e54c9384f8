// Fits the detector anew on everything that is asked here and writes packages/conversation/src/decide/detector-model.ts:
//   node --conditions=@personate/source --import tsx bench/boundary/fit.ts <folder of conversations> [--personas DIR] [--kept DIR]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { collectRows } from './collect.ts';
import { forFitting, train } from './train.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    personas: { type: 'string', default: 'personas-data' },
    kept: { type: 'string' },
    only: { type: 'string', multiple: true },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('name a folder of conversations');
const rows = await collectRows({ folder, ...flags });
const model = train(rows.filter(forFitting));
const rounded = JSON.stringify(
  model,
  (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(3)) : value),
  2,
).replace(/"(\w+)":/gu, '$1:');
writeFileSync(
  join(import.meta.dirname, '../../packages/conversation/src/decide/detector-model.ts'),
  `import type { DetectorModel } from './confidence.ts';

/** Written by bench/boundary/fit.ts. */
export const detectorModel: DetectorModel = ${rounded.replaceAll('"', "'")};
`,
);
console.log(`fitted on ${rows.length} questions; format what was written`);
