import type { KnowledgeMap, KnowledgeTopic } from '@personate/contracts';
import type { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { bar, formatCount, formatCounts, formatSpan, plural } from '../output/format.ts';
import type { Output } from '../output/output.ts';
import { table } from '../output/table.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';

const barWidth = 24;
/** Lines that a time line may take; longer ones are told in decades, then in centuries. */
const mostSteps = 30;

/** `map`, in the group `knowledge`. */
export function addMap(group: Command, cli: Cli): void {
  group
    .command('map <persona>')
    .description('what a persona knows, seen from above: topics, time, kinds, sources')
    .addHelpText('after', examples('personate knowledge map mara-lindqvist'))
    .action((persona: string) =>
      cli.run(async ({ client, out }) => {
        const map = await client.knowledge.map(persona);
        out.result(map, () => mapLines(map, out));
        return exitCodes.done;
      }),
    );
}

function mapLines(map: KnowledgeMap, out: Output): string[] {
  const { topics, byYear, passages, placed } = map;
  const widest = Math.max(1, ...topics.map((topic) => topic.passages));
  return [
    `${plural(map.documents, 'document')} in ${plural(passages, 'passage')}, ${formatSpan(map.firstAt, map.lastAt)}`,
    ...(topics.length === 0 ? [] : ['', out.paint('bold', 'Topics')]),
    ...table(topics.map((topic) => topicLine(topic, widest, out))),
    ...(placed < passages && placed > 0
      ? [`  Topics are made of ${formatCount(placed)} of the passages.`]
      : []),
    ...(byYear.length === 0 ? [] : ['', out.paint('bold', 'Time'), ...timeLines(byYear, out)]),
    ...(map.undated > 0 ? [`  ${plural(map.undated, 'passage')} undated`] : []),
    '',
    ...table([
      [out.paint('bold', 'Kinds'), formatCounts(map.byKind)],
      [out.paint('bold', 'Sources'), formatCounts(map.bySource)],
    ]),
  ];
}

function topicLine(topic: KnowledgeTopic, widest: number, out: Output): string[] {
  const { firstAt, lastAt, passages, share, name } = topic;
  const years = [firstAt, lastAt].map((at) => (at === null ? '' : at.slice(0, 4)));
  const time = years[0] === years[1] ? (years[0] ?? '') : years.join('–');
  return [
    `  ${out.paint('cyan', bar(passages / widest, barWidth))}`,
    `${Math.round(share * 100)} %`,
    name,
    time,
  ];
}

function timeLines(byYear: KnowledgeMap['byYear'], out: Output): string[] {
  const first = byYear[0]?.year ?? 0;
  const last = byYear.at(-1)?.year ?? 0;
  const step = [1, 10, 100].find((years) => (last - first) / years < mostSteps) ?? 1_000;
  const from = Math.floor(first / step) * step;
  const steps = Array.from({ length: Math.floor((last - from) / step) + 1 }, (_, i) => {
    const year = from + i * step;
    const passages = byYear
      .filter((one) => one.year >= year && one.year < year + step)
      .reduce((sum, one) => sum + one.passages, 0);
    return { label: step === 1 ? String(year) : `${year}s`, passages };
  });
  const most = Math.max(1, ...steps.map(({ passages }) => passages));
  return table(
    steps.map(({ label, passages }) => [
      `  ${label}`,
      out.paint('cyan', bar(passages / most, barWidth)),
      formatCount(passages),
    ]),
  );
}
