// How the style dial and the tone head do, on the shipped personas:
//   node --conditions=@personate/source --import tsx bench/style/main.ts [--questions 30] [--json]
import { parseArgs } from 'node:util';
import type { LoadedPersona } from '../../scripts/load-persona-folder.ts';
import { openShipped } from '../measure/open-shipped.ts';
import { progress } from '../measure/progress.ts';
import { openJudges } from './judges.ts';
import { measurePairs } from './measure-pairs.ts';

const { values } = parseArgs({
  options: { questions: { type: 'string', default: '30' }, json: { type: 'boolean' } },
});
const { signal } = new AbortController();
const { personas, deps, tone, embedder } = await openShipped(signal);
const rows = [];
for (const id of personas.keys()) {
  const report = await tone.train(id, { maySee: () => true, signal });
  progress(`${id}: area under the curve ${report.areaUnderCurve.toFixed(3)}`);
  const own = tone.ready(await deps.personas.serving(id));
  if (own === null) throw new Error(`${id} has no tone`);
  const judges = await openJudges({ deps, embedder }, { personas, id, signal });
  const pairs = await measurePairs(
    { ...deps, tone },
    {
      persona: personas.get(id) as LoadedPersona,
      own,
      judges,
      most: Number(values.questions),
      signal,
    },
  );
  rows.push({ persona: id, ...report, ...pairs });
}
if (values.json === true) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
else {
  for (const {
    persona,
    areaUnderCurve,
    areaByStyle,
    nearer,
    nearerUnread,
    same,
    pairs,
    mean,
    worst,
  } of rows) {
    process.stdout.write(
      `${persona}: held-out texts told apart ${areaUnderCurve.toFixed(3)} (by style alone ${areaByStyle.toFixed(3)}); ` +
        `at 100 nearer than at 0 in ${nearer} of ${pairs} pairs (${((100 * nearer) / pairs).toFixed(1)} %; ${same} the same; by judges that have read neither reply ${nearerUnread}), ` +
        `mean score ${mean.plain.toFixed(3)} at 0, ${mean.full.toFixed(3)} at 100\n`,
    );
    for (const one of worst)
      progress(`  ${one.question}\n    0:   ${one.plain}\n    100: ${one.full}`);
  }
}
await embedder.close();
process.exitCode = rows.every(({ nearer, pairs }) => nearer >= 0.9 * pairs) ? 0 : 1;
