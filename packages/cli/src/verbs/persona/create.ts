import { mayAnswer, consentState, subjectKindSchema, type NewConsent } from '@personate/contracts';
import { Option, type Command } from 'commander';
import { isMap, parseDocument } from 'yaml';
import { usageError } from '../../cli-error.ts';
import { exitCodes } from '../../exit-code.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';
import { readTextFile } from '../../upload/read-text-file.ts';
import { consentGiven, type SubjectKind } from './consent-options.ts';

export function addCreate(group: Command, cli: Cli): void {
  group
    .command('create <id>')
    .description('make a persona; with --name alone a minimal one')
    .option('--name <name>', 'what it is called')
    .option('--file <yaml>', 'its YAML; - reads standard input')
    .addOption(
      new Option(
        '--subject <kind>',
        'whom it is made of; self: you say by that that it is you',
      ).choices(subjectKindSchema.options),
    )
    .option('--consent-basis <text>', 'on what ground a living person is imitated')
    .option('--consent-evidence <text>', 'where that is written down; needed for a real person')
    .addHelpText(
      'after',
      examples(
        'personate persona create ada-m --name "Ada M." --subject self',
        'personate persona create jon --name Jon --subject real --consent-basis "He asked for it" --consent-evidence "his letter of 2026-03-01"',
        'personate persona create captain --file captain.yaml',
      ),
    )
    .action((id: string, options: CreateOptions) =>
      cli.run(async ({ client, out, io }) => {
        const { name, file } = options;
        if (name === undefined && file === undefined) {
          throw usageError('A persona needs a name.', 'Add --name NAME, or --file x.yaml.');
        }
        const stated = statedOf(options);
        const made = await client.personas.create(
          file === undefined
            ? { id, name: name ?? id, ...stated }
            : personaText(await readTextFile(io, file), { id, name, ...stated }),
        );
        if (!mayAnswer(consentState(made.document, false))) {
          out.note(
            `It counts as made of a living person, so it answers nobody until consent is stated: personate persona consent give ${made.personaId} --subject …`,
          );
        }
        out.result(made, () => [
          `${made.document.name} (${made.personaId}) is made, version ${made.version}.`,
          `Next: personate ingest ${made.personaId} <export or folder>`,
        ]);
        return exitCodes.done;
      }),
    );
}

interface CreateOptions {
  name?: string;
  file?: string;
  subject?: SubjectKind;
  consentBasis?: string;
  consentEvidence?: string;
}

interface Stated {
  subject?: { kind: SubjectKind };
  consent?: Omit<NewConsent, 'subject'>;
}

/** A real person's consent may come later: until then the persona is fed, and answers nobody. */
function statedOf({ subject, consentBasis, consentEvidence }: CreateOptions): Stated {
  if (subject === undefined) {
    if (consentBasis === undefined && consentEvidence === undefined) return {};
    throw usageError(
      'Consent is that of somebody.',
      'Add --subject self, or --subject real, or whatever it is made of.',
    );
  }
  const unstated = consentBasis === undefined && consentEvidence === undefined;
  if (unstated && subject !== 'self') return { subject: { kind: subject } };
  const { basis, evidence } = consentGiven(subject, {
    ...(consentBasis === undefined ? {} : { basis: consentBasis }),
    ...(consentEvidence === undefined ? {} : { evidence: consentEvidence }),
  });
  return {
    subject: { kind: subject },
    consent: { basis, ...(evidence === undefined ? {} : { evidence }) },
  };
}

/** The YAML as it stands, but for what the command line says. */
function personaText(
  text: string,
  said: Stated & { id: string; name: string | undefined },
): string {
  const document = parseDocument(text);
  // What is no YAML, or no map, is for the server to say: it names lines and columns.
  if (document.errors.length > 0 || !isMap(document.contents)) return text;
  const id = document.get('id');
  if (id !== undefined && id !== said.id) {
    throw usageError(
      `The file is of ${JSON.stringify(id)}, not of "${said.id}".`,
      'Name the same id in both.',
    );
  }
  const { subject, consent } = said;
  if (id !== undefined && said.name === undefined && subject === undefined) return text;
  document.set('id', said.id);
  if (said.name !== undefined) document.set('name', said.name);
  if (subject !== undefined) document.set('subject', subject);
  if (consent !== undefined) document.set('consent', consent);
  return document.toString();
}
