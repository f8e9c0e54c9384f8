// Measures where a persona's knowledge ends: what it declines of what it could answer, and of what it could not.
//   node --conditions=@personate/source --import tsx bench/boundary/main.ts <folder of conversations> [--personas DIR] [--kept DIR] [--only PERSONA]…
import { parseArgs } from 'node:util';
import { confidenceOf, type Features } from '../../packages/conversation/src/index.ts';
import { areaUnderCurve } from '../../packages/language/src/index.ts';
import { fittedOn } from './cases.ts';
import { collectRows } from './collect.ts';
import { declinesByKind, kinds } from './measure.ts';
import type { Row } from './rows.ts';
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

const measured = rows.filter(({ sort }) => sort !== fittedOn);
const conversations = measured.filter(({ conversation }) => conversation);
const groups = [...new Set(rows.map(({ group }) => group))];
const head = (label: string): void => console.log(`\n${label.padEnd(26)}${kinds.join('  ')}`);
const line = (label: string, cells: readonly string[]): void =>
  console.log(`${label.padEnd(26)}${cells.join('  ')}`);

head('questions');
line(
  'conversations',
  kinds.map((kind) =>
    String(conversations.filter((row) => row.kind === kind).length).padStart(kind.length),
  ),
);

head('declined as shipped, %');
const asShipped = (of: readonly Row[]): string[] => declinesByKind(of, ({ declined }) => declined);
line('conversations', asShipped(conversations));
for (const form of ['named', 'you'] as const)
  line(`  put as "${form}"`, asShipped(conversations.filter((row) => row.form === form)));
for (const group of groups)
  line(`  ${group}`, asShipped(measured.filter((row) => row.group === group)));

// The weights and the threshold that a group is measured with were found without it.
const scored = groups.flatMap((group) => {
  const model = train(rows.filter((row) => row.group !== group && forFitting(row)));
  return measured
    .filter((row) => row.group === group)
    .map((row) => ({
      ...row,
      thresholds: model.thresholds,
      score: confidenceOf(row.features, model),
    }));
});
for (const [at, name] of [
  ['fivePercent', 'held out, for 5 %'],
  ['tenPercent', 'held out, for 10 %'],
] as const) {
  head(name);
  const below = (of: typeof scored): string[] =>
    declinesByKind(of, ({ score, thresholds }) => score < thresholds[at]);
  line('conversations', below(scored.filter(({ conversation }) => conversation)));
  for (const form of ['named', 'you'] as const)
    line(
      `  put as "${form}"`,
      below(scored.filter((row) => row.conversation && row.form === form)),
    );
  for (const group of groups)
    line(`  ${group}`, below(scored.filter((row) => row.group === group)));
}

head('area under the curve');
for (const name of Object.keys(rows[0]?.features ?? {}) as Array<keyof Features>) {
  const values = (kind: string): number[] =>
    conversations.filter((row) => row.kind === kind).map(({ features }) => features[name]);
  line(
    name,
    kinds.map((kind) =>
      (kind === 'answerable' || values(kind).length === 0
        ? '-'
        : areaUnderCurve(values('answerable'), values(kind)).toFixed(3)
      ).padStart(kind.length),
    ),
  );
}
