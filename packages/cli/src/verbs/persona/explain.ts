import type { AspectChoice } from '@personate/contracts';
import type { Command } from 'commander';
import { usageError } from '../../cli-error.ts';
import { exitCodes } from '../../exit-code.ts';
import { explanationLines } from '../../output/explanation-lines.ts';
import { aspectsOf, wholeNumber } from '../../program/arguments.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';
import { untilInterrupted } from '../../upload/until-interrupted.ts';

interface ExplainOptions {
  user?: string;
  style?: number;
  aspects?: AspectChoice;
  text?: true;
}

export function addExplain(group: Command, cli: Cli): void {
  group
    .command('explain <persona> <question>')
    .description('what of its modules, documents and memory a question would put before a model')
    .option('--user <id>', 'with what this user told')
    .option('--style <dial>', 'from 0, plain, to 100, all quirks', wholeNumber(0, 100))
    .option(
      '--aspects <list>',
      'as if they were set so: humour=off,understanding=embedded',
      aspectsOf,
    )
    .option('--text', 'print the prompt itself, message by message')
    .addHelpText(
      'after',
      examples(
        'personate persona explain mara-lindqvist "How do you bend a plank?"',
        'personate persona explain mara-lindqvist@2 "How do you bend a plank?" --text',
      ),
    )
    .action((persona: string, question: string, { user, style, aspects, text }: ExplainOptions) =>
      cli.run(async ({ client, out, io }) => {
        const { id, version } = split(persona);
        const stopped = { message: 'Stopped.', fix: 'Ask again.' };
        const told = await untilInterrupted(io, stopped, (signal) =>
          client.personas.explain(
            id,
            {
              question,
              ...(version === undefined ? {} : { version }),
              ...(style === undefined ? {} : { style }),
              ...(aspects === undefined ? {} : { aspects }),
              ...(user === undefined ? {} : { user }),
            },
            signal,
          ),
        );
        out.result(told, () => explanationLines(told, out, { text: text === true }));
        return exitCodes.done;
      }),
    );
}

/** `ada-m@2` is a version of it. */
function split(persona: string): { id: string; version?: number } {
  const [, id = persona, version] = /^([^@]+)@(.*)$/.exec(persona) ?? [];
  if (version === undefined) return { id };
  if (/^[1-9]\d{0,8}$/.test(version)) return { id, version: Number(version) };
  throw usageError(`"${version}" is no version.`, 'Versions are numbers: ada-m@2.');
}
