import {
  blindGuessesSchema,
  evaluationSchema,
  type BlindGuesses,
  type Evaluation,
} from '@personate/contracts';
import type { z } from 'zod';
import { CliError } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { writeFile } from '../output/write-file.ts';
import { readTextFile } from '../upload/read-text-file.ts';

async function* encoded(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
export const writeText = (io: Pick<Io, 'cwd' | 'interrupts'>, path: string, text: string) =>
  writeFile(io, path, () => encoded(text));

/** A report of an earlier evaluation. */
export const readReport = (io: Io, file: string): Promise<Evaluation> =>
  readAs(io, file, evaluationSchema, {
    code: 'cli.evaluation-invalid',
    what: 'no report of an evaluation',
    fix: 'Name a file that `personate eval … --out` wrote.',
  });

/**
 * What readers of a blind test saved; the same file twice counts once.
 * @throws CliError `cli.guesses-invalid`, `cli.guesses-of-another`
 */
export async function readGuesses(
  io: Io,
  files: readonly string[],
  of: { personaId: string; version: number },
): Promise<BlindGuesses[]> {
  const read = new Map<string, BlindGuesses>();
  for (const file of files) {
    const guesses = await readAs(io, file, blindGuessesSchema, {
      code: 'cli.guesses-invalid',
      what: 'nothing that a reader of a blind test saved',
      fix: 'Name a file that the page of `personate eval … --blind-page` saved.',
    });
    if (guesses.personaId !== of.personaId || guesses.version !== of.version)
      throw new CliError(
        'cli.guesses-of-another',
        `${file} is of ${guesses.personaId}, version ${guesses.version}; what is measured is ${of.personaId}, version ${of.version}.`,
        { fix: 'Name the persona and, with --of-version, the version whose page was read.' },
      );
    read.set(`${guesses.testId} ${guesses.guessedAt}`, guesses);
  }
  return [...read.values()];
}

async function readAs<Value>(
  io: Io,
  file: string,
  schema: z.ZodType<Value>,
  { code, what, fix }: { code: string; what: string; fix: string },
): Promise<Value> {
  const wrong = (why: string) => new CliError(code, `${file} is ${what}. ${why}`, { fix });
  let json: unknown;
  try {
    json = JSON.parse(await readTextFile(io, file));
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong('It is not JSON.');
    throw error;
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw wrong(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
