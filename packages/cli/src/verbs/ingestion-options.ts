import { kindSchema, stanceSchema, type IngestionOptions } from '@personate/contracts';
import { Option, type Command } from 'commander';
import { listOf } from '../program/arguments.ts';

export type GivenOptions = Partial<IngestionOptions>;

/** How an export is to be read; the same for looking at it and for ingesting it. */
export function withIngestionOptions(command: Command): Command {
  return command
    .option('--self <name>', 'who the persona is among the authors')
    .addOption(
      new Option(
        '--stance <stance>',
        'by the persona, about it, or to it; else it follows from the author',
      ).choices(stanceSchema.options),
    )
    .addOption(
      new Option('--kind <kind>', 'what kind of knowledge it is').choices(kindSchema.options),
    )
    .option('--source <id>', 'the source’s id, by which a later export updates this one')
    .option('--format <format>', 'how to read it: x-archive, linkedin, notes, jsonl')
    .option('--audience <groups>', 'who may see it, separated by commas; else everybody', listOf);
}

/** Only what was given, and nothing else of the command's options. */
export function givenOptions(options: GivenOptions): GivenOptions {
  const { self, stance, kind, source, format, audience } = options;
  const given = { self, stance, kind, source, format, audience };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as GivenOptions;
}
