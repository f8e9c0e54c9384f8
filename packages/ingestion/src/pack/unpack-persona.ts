import {
  consentWithdrawn,
  ExpectedError,
  ingestionOptionsSchema,
  knowledgeExportFormat,
  packHeadSchema,
  type IngestionJob,
  type PackHead,
  type PersonaVersion,
  type Unpacked,
} from '@personate/contracts';
import type { PersonaFile, RestoreInput } from '@personate/records';
import type { Export } from '@personate/sources';
import { packedFiles, packedFolder, packLimits } from './pack-layout.ts';
import { packBroken, readWhole } from './read-whole.ts';
import { readVersions } from './read-versions.ts';

export interface UnpackPersonaDeps {
  exports: { open(path: string, name: string, signal: AbortSignal): Promise<Export> };
  uploads: { path(blobId: string, signal: AbortSignal): Promise<string> };
  personas: {
    amongWithdrawn(personaIds: readonly string[]): Promise<string[]>;
    restore(
      input: RestoreInput,
    ): Promise<{ version: PersonaVersion; ingestion: IngestionJob | null }>;
  };
}

/**
 * A persona out of a pack: its versions and files at once, its knowledge by an ingestion that reads the same upload.
 * A pack that is refused leaves nothing behind but the upload, which is the caller's.
 * @param input.as another id for it than the pack says; `admit` throws when the caller may not make that persona.
 * @throws ExpectedError `pack.unknown`, `pack.broken`, `pack.newer`, `pack.versions-broken`, `persona.exists`, `persona.consent-withdrawn`, `export.*`.
 */
export async function unpackPersona(
  deps: UnpackPersonaDeps,
  input: {
    blobId: string;
    /** Hex, as the upload came. */
    sha256: string;
    fileName: string;
    as?: string | undefined;
    admit: (personaId: string) => void;
    signal: AbortSignal;
  },
): Promise<Unpacked> {
  const { blobId, sha256, fileName, signal } = input;
  const path = await deps.uploads.path(blobId, signal);
  await using pack = await deps.exports.open(path, fileName, signal);
  const head = await readHead(pack, fileName, signal);
  const personaId = input.as ?? head.persona.id;
  input.admit(personaId);
  // Under another name it would be the same person again, who has said no.
  const [withdrawn] = await deps.personas.amongWithdrawn([head.persona.id]);
  if (withdrawn !== undefined) throw consentWithdrawn(withdrawn);
  const versions = await readVersions(pack, personaId, signal);
  if (versions.length !== head.headVersion)
    throw packBroken(`it holds ${versions.length} versions, and says ${head.headVersion}`);
  if (!has(pack, 'knowledge.jsonl')) throw packBroken('it holds no knowledge.jsonl');
  const { version, ingestion } = await deps.personas.restore({
    personaId,
    versions,
    files: await readFiles(pack, signal),
    ingestion: {
      blobId,
      sha256,
      fileName,
      options: ingestionOptionsSchema.parse({ format: knowledgeExportFormat }),
    },
  });
  return { version, pack: head, ingestion: ingestion as IngestionJob };
}

async function readHead(pack: Export, fileName: string, signal: AbortSignal): Promise<PackHead> {
  if (!has(pack, 'pack.json')) throw unknown(fileName);
  const bytes = await readWhole(pack, 'pack.json', packLimits.headBytes, signal);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw packBroken('its pack.json is not JSON');
  }
  const parsed = packHeadSchema.safeParse(value);
  if (!parsed.success) throw packBroken('its pack.json is not that of a pack');
  if (parsed.data.version > 1) {
    throw new ExpectedError(
      'unprocessable',
      'pack.newer',
      `The pack is of version ${parsed.data.version}; this server reads up to 1.`,
      { fix: 'Unpack it with the release that packed it, or a newer one.' },
    );
  }
  return parsed.data;
}

async function readFiles(pack: Export, signal: AbortSignal): Promise<PersonaFile[]> {
  const files: PersonaFile[] = [];
  for (const [name, mediaType] of Object.entries(packedFiles)) {
    const path = `${packedFolder}${name}`;
    if (!has(pack, path)) continue;
    files.push({
      name,
      mediaType,
      bytes: await readWhole(pack, path, packLimits.fileBytes, signal),
    });
  }
  return files;
}

const has = (pack: Export, path: string): boolean => pack.files.some((file) => file.path === path);

function unknown(fileName: string): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'pack.unknown',
    `"${fileName}" is no packed persona: it has no pack.json.`,
    {
      fix: 'Hand over what `personate pack` wrote; exports of platforms go to `personate ingest`, character cards to `personate persona import`.',
    },
  );
}
