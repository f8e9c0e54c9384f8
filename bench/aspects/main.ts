// What each aspect of a reply does, by leaving it out, on the shipped personas, without a model:
//   node --conditions=@personate/source --import tsx bench/aspects/main.ts [--questions 20] [--json]
import { parseArgs } from 'node:util';
import { aspectNames, type AspectChoice } from '../../packages/contracts/src/index.ts';
import { openShipped } from '../measure/open-shipped.ts';
import { progress } from '../measure/progress.ts';
import { measureSetting, type Figures } from './measure-setting.ts';

const { values } = parseArgs({
  options: { questions: { type: 'string', default: '20' }, json: { type: 'boolean' } },
});
const { signal } = new AbortController();
const { personas, deps, tone, embedder } = await openShipped(signal);
const settings: ReadonlyArray<readonly [name: string, aspects: AspectChoice]> = [
  ['all', {}],
  ...aspectNames.map((name) => [`without ${name}`, { [name]: 'off' as const }] as const),
];
const rows: Array<{ persona: string; setting: string } & Figures> = [];
for (const [id, persona] of personas) {
  await tone.train(id, { maySee: () => true, signal });
  const head = tone.ready(await deps.personas.serving(id));
  if (head === null) throw new Error(`${id} has no tone`);
  for (const [setting, aspects] of settings) {
    const figures = await measureSetting(
      { ...deps, tone },
      { persona, head, aspects, most: Number(values.questions), signal },
    );
    rows.push({ persona: id, setting, ...figures });
    progress(`${id}, ${setting}: done`);
  }
}
if (values.json === true) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
else {
  process.stdout.write(
    '| persona | aspects | right document | declined | follow-ups kept | humorous | tone at 100 |\n|---|---|---|---|---|---|---|\n',
  );
  for (const { persona, setting, answered, declined, kept, humorous, meanTone } of rows)
    process.stdout.write(
      `| ${persona} | ${setting} | ${answered} | ${declined} | ${kept} | ${humorous} | ${meanTone.toFixed(3)} |\n`,
    );
}
await embedder.close();
