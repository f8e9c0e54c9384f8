import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { ExpectedError, ingestionOptionsSchema, type PersonaDocument } from '@personate/contracts';
import { parsePersonaYaml, seedHash } from '@personate/personas';
import type {
  ErasureRepository,
  IngestionRepository,
  PersonaRepository,
  SeedSourceRepository,
} from '@personate/records';
import { folderStamp } from './folder-stamp.ts';

export interface LoadPersonasDeps {
  personas: Pick<
    PersonaRepository,
    | 'list'
    | 'create'
    | 'seedHash'
    | 'setSeedHash'
    | 'get'
    | 'version'
    | 'append'
    | 'propose'
    | 'listProposals'
  >;
  ingestions: Pick<IngestionRepository, 'create' | 'get'>;
  seedSources: SeedSourceRepository;
  erasures: Pick<ErasureRepository, 'isErasedPersona'>;
  poke(persona: { personaId: string }): Promise<void>;
}

export interface LoadedPersonas {
  /** Ingestions that are still to be done, of this start or an earlier one. */
  pending: Array<{ personaId: string; ingestionId: string }>;
  /** Folders that could not be loaded; the others are. */
  failed: Array<{ folder: string; error: unknown }>;
}

/** Loads every folder that holds a `persona.yaml`: the persona as a version, its sources as ingestions; each once. */
export async function loadPersonas(deps: LoadPersonasDeps, dir: string): Promise<LoadedPersonas> {
  const loaded: LoadedPersonas = { pending: [], failed: [] };
  const known = new Set((await deps.personas.list()).map((persona) => persona.id));
  for (const folder of await personaFolders(dir)) {
    try {
      const file = join(folder, 'persona.yaml');
      const document = parsePersonaYaml(await readFile(file, 'utf8'), { file });
      if (document.id !== basename(folder)) throw wrongFolder(document.id, folder);
      // Erased is erased: its folder does not bring it back by itself.
      if (!known.has(document.id) && (await deps.erasures.isErasedPersona(document.id))) continue;
      await seed(deps, document, known.has(document.id));
      for (const ingestionId of await startSources(deps, document, folder)) {
        loaded.pending.push({ personaId: document.id, ingestionId });
      }
      await deps.poke({ personaId: document.id });
    } catch (error) {
      loaded.failed.push({ folder, error });
    }
  }
  return loaded;
}

async function personaFolders(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(dir, entry.name));
  const found = await Promise.all(
    folders.map((folder) =>
      stat(join(folder, 'persona.yaml')).then(
        (file) => file.isFile(),
        () => false,
      ),
    ),
  );
  return folders.filter((_, i) => found[i]).sort();
}

/** A file that changed becomes a version while the head is still the file's; else somebody has to decide. */
async function seed(
  deps: LoadPersonasDeps,
  document: PersonaDocument,
  exists: boolean,
): Promise<void> {
  const hash = seedHash(document);
  if (!exists) {
    await deps.personas.create(document, {
      origin: 'seed',
      note: 'Read from its persona.yaml.',
      seedHash: hash,
    });
    return;
  }
  if ((await deps.personas.seedHash(document.id)) === hash) return;
  const { headVersion } = await deps.personas.get(document.id);
  const head = await deps.personas.version(document.id, headVersion);
  const next = {
    document,
    origin: 'seed' as const,
    note: 'Its persona.yaml has changed.',
    causedBy: [],
  };
  if (head.origin === 'seed')
    await deps.personas.append(document.id, { ...next, expectedHead: headVersion });
  else await deps.personas.propose(document.id, { ...next, baseVersion: headVersion });
  await deps.personas.setSeedHash(document.id, hash);
}

async function startSources(
  deps: LoadPersonasDeps,
  document: PersonaDocument,
  folder: string,
): Promise<string[]> {
  const pending: string[] = [];
  for (const source of document.sources) {
    const path = resolve(folder, source.path);
    if (!path.startsWith(resolve(folder) + sep)) throw outside(source.path);
    const stamp = await folderStamp(path).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? missing(source.path, folder) : error;
    });
    const earlier = await deps.seedSources.readBy(document.id, source.path, stamp);
    if (earlier !== null) {
      const job = await deps.ingestions.get(earlier);
      if (job?.status === 'queued' || job?.status === 'running') pending.push(earlier);
      continue;
    }
    const { path: _path, ...given } = source;
    const options = ingestionOptionsSchema.parse({ ...given, full: true });
    const job = await deps.ingestions.create({
      personaId: document.id,
      options,
      fileName: source.path,
      path,
    });
    await deps.seedSources.remember({
      personaId: document.id,
      path: source.path,
      stamp,
      ingestionId: job.ingestionId,
    });
    pending.push(job.ingestionId);
  }
  return pending;
}

function wrongFolder(id: string, folder: string): ExpectedError {
  return new ExpectedError(
    'invalid',
    'persona.folder-name',
    `The persona in ${folder} calls itself "${id}".`,
    {
      fix: `Name the folder "${id}", or set the id to "${basename(folder)}".`,
    },
  );
}

function outside(path: string): ExpectedError {
  return new ExpectedError(
    'invalid',
    'persona.source-outside',
    `The source "${path}" lies outside the persona's folder.`,
    {
      fix: 'Put it into the folder, or ingest it with `personate ingest`.',
    },
  );
}

function missing(path: string, folder: string): ExpectedError {
  return new ExpectedError(
    'invalid',
    'persona.source-missing',
    `The source "${path}" is not in ${folder}.`,
    {
      fix: 'Put it there, or take it out of `sources` in persona.yaml.',
    },
  );
}
