import type { SearchResult } from '@personate/contracts';
import type { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { bar, formatCount, formatCounts, formatDate, formatSpan } from '../output/format.ts';
import type { Output } from '../output/output.ts';
import { table } from '../output/table.ts';
import { wrap } from '../output/wrap.ts';
import { wholeNumber } from '../program/arguments.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { addKnowledgeFiles } from './knowledge-files.ts';
import { addMap } from './knowledge-map.ts';
import { addManifest } from './knowledge-manifest.ts';
import { addGenerations } from './generations.ts';

export function addKnowledge(program: Command, cli: Cli): void {
  const group = program
    .command('knowledge')
    .description(
      'what a persona knows: search it, measure it, take a document away, change its embedder',
    );

  group
    .command('search <persona> <question>')
    .description('the passages that bear on a question, best first')
    .option('-k, --most <n>', 'at most so many', wholeNumber(1, 100), 10)
    .option('--explain', 'what each step of recall gave to each score')
    .addHelpText(
      'after',
      examples(
        'personate knowledge search mara-lindqvist "What was your first boat?"',
        'personate knowledge search mara-lindqvist boats -k 3 --explain',
      ),
    )
    .action((persona: string, question: string, options: { most: number; explain?: true }) =>
      cli.run(async ({ client, out }) => {
        const found = await client.knowledge.search(persona, question, { k: options.most });
        const { results } = found;
        out.result(found, () =>
          results.length === 0
            ? ['Nothing bears on it.']
            : results.flatMap((result, index) => [
                ...(index === 0 ? [] : ['']),
                ...resultLines(result, index + 1, out),
                ...(options.explain === true ? shareLines(result, out) : []),
              ]),
        );
        const took = Object.entries(found.timings).map(
          ([step, ms]) => `${step.replace(/Ms$/, '')} ${ms.toFixed(1)}`,
        );
        if (options.explain === true && !out.json) out.note(`Milliseconds: ${took.join(', ')}`);
        return exitCodes.done;
      }),
    );

  group
    .command('statistics <persona>')
    .description('how much it knows, by kind and source, and of which time')
    .addHelpText('after', examples('personate knowledge statistics mara-lindqvist'))
    .action((persona: string) =>
      cli.run(async ({ client, out }) => {
        const told = await client.knowledge.statistics(persona);
        out.result(told, () =>
          table([
            ['Documents', formatCount(told.documents)],
            ['Passages', formatCount(told.passages)],
            ['By kind', formatCounts(told.byKind)],
            ['By source', formatCounts(told.bySource)],
            ['Time', formatSpan(told.firstAt, told.lastAt)],
          ]),
        );
        return exitCodes.done;
      }),
    );

  group
    .command('remove <persona> <documentKey>')
    .description('take a document away: it is recalled no more; search shows the keys')
    .addHelpText('after', examples('personate knowledge remove ada-m 0b2c9a52-…'))
    .action((persona: string, documentKey: string) =>
      cli.run(async ({ client, out }) => {
        const { knowledgeRevision } = await client.knowledge.removeDocument(persona, documentKey);
        out.result({ personaId: persona, documentKey, knowledgeRevision }, () => [
          `Removed; ${persona} is at knowledge revision ${knowledgeRevision}.`,
        ]);
        return exitCodes.done;
      }),
    );

  addMap(group, cli);
  addManifest(group, cli);
  addKnowledgeFiles(group, cli);
  addGenerations(group, cli);
}

function resultLines(result: SearchResult, rank: number, out: Output): string[] {
  const { paint } = out;
  const date = formatDate(result.at, result.atPrecision);
  const who = result.author === null ? '' : `  by ${result.author}`;
  return [
    `${paint('bold', `${rank}.`.padEnd(3))} ${result.score.toFixed(3)}  ${paint('cyan', date)}  ${result.source} › ${result.documentId}${who}`,
    ...wrap(result.text, { width: out.width, indent: '    ' }),
    paint('dim', `    ${result.kind}, ${result.stance}, document ${result.documentKey}`),
  ];
}

/** Each step's share of the score; the bars of one result add up to its score. */
function shareLines({ scores, score }: SearchResult, out: Output): string[] {
  const shares = Object.entries(scores).sort(([, a], [, b]) => b - a);
  const whole = Math.max(score, ...shares.map(([, one]) => one), Number.EPSILON);
  return table(
    shares.map(([step, one]) => [
      `    ${step}`,
      out.paint('cyan', bar(one / whole, 20)),
      one.toFixed(3),
    ]),
  );
}
