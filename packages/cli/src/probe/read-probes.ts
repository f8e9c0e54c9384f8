import { PersonateError, type PersonateClient } from '@personate/client';
import { probesSchema, type Probes } from '@personate/contracts';
import { readStrictYaml } from '@personate/strict-yaml';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LineCounter } from 'yaml';
import { CliError } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { readTextFile } from '../upload/read-text-file.ts';

/**
 * `probes.yaml` of a persona: the file named, else that of the repository, else the one that came with its pack, where
 * a client is given to ask for it.
 * @throws CliError `cli.probes-invalid`, `cli.probes-missing`, `cli.file-*`.
 */
export async function readProbes(
  io: Pick<Io, 'cwd' | 'root' | 'stdin'>,
  input: { personaId: string; file: string | undefined },
  client: Pick<PersonateClient, 'packs'> | null = null,
): Promise<Probes> {
  const file = input.file ?? shippedProbes(io, input.personaId);
  const look = input.file === undefined && !existsSync(file);
  const packed = look && client !== null ? await packedProbes(client, input.personaId) : null;
  if (look && packed === null) throw missing(input.personaId);
  const text = packed ?? (await readTextFile(io, file));
  const lines = new LineCounter();
  const { document, toValue } = readStrictYaml(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined)
    throw invalid(file, `Line ${lines.linePos(broken.pos[0]).line}: ${broken.message}.`);
  const probes = probesSchema.safeParse(toValue());
  if (probes.success) {
    if (probes.data.answer.length + probes.data.decline.length > 0) return probes.data;
    throw invalid(file, 'It holds no question.');
  }
  const [issue] = probes.error.issues;
  throw invalid(file, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/** Beside the persona that comes with the repository, from whatever folder the command is called. */
function shippedProbes({ cwd, root }: Pick<Io, 'cwd' | 'root'>, personaId: string): string {
  const path = join('personas-data', personaId, 'probes.yaml');
  const here = resolve(cwd, path);
  return existsSync(here) ? here : join(root, path);
}

/** null when none came with it. */
async function packedProbes(
  client: Pick<PersonateClient, 'packs'>,
  personaId: string,
): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of client.packs.file(personaId, 'probes.yaml')) pieces.push(piece);
  } catch (error) {
    const isThere = error instanceof PersonateError && error.code !== 'persona.missing';
    if (isThere && error.status === 404) return null;
    throw error;
  }
  return Buffer.concat(pieces).toString('utf8');
}

function missing(personaId: string): CliError {
  return new CliError('cli.probes-missing', `There are no probes for ${personaId} yet.`, {
    fix: `Write personas-data/${personaId}/probes.yaml, or name a file with --file. ${shape}`,
  });
}

const shape = 'It has two lists: answer (question, documents) and decline (question, near).';

function invalid(file: string, why: string): CliError {
  return new CliError('cli.probes-invalid', `${file} does not hold probes. ${why}`, {
    fix: shape,
  });
}
