import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  consentWithdrawn,
  ExpectedError,
  ingestionOptionsSchema,
  type CharacterImport,
  type IngestionJob,
  type PersonaDocument,
  type PersonaVersion,
} from '@personate/contracts';
import { parsePersonaYaml, readCharacter, type Lore } from '@personate/personas';
import type { RestoreInput } from '@personate/records';

export interface ImportCharacterDeps {
  uploads: {
    path(blobId: string, signal: AbortSignal): Promise<string>;
    put(
      content: Readable,
      options: { name: string; limitBytes: number; signal: AbortSignal },
    ): Promise<{ blobId: string; sha256: string }>;
    delete(blobId: string): Promise<void>;
  };
  personas: {
    amongWithdrawn(personaIds: readonly string[]): Promise<string[]>;
    restore(
      input: RestoreInput,
    ): Promise<{ version: PersonaVersion; ingestion: IngestionJob | null }>;
  };
}

interface Read {
  format: string;
  /** The id that the file names, whatever it shall have. */
  named: string;
  document: PersonaDocument;
  lore: Lore[];
  picture: Buffer | null;
  notes: string[];
}

const fileBytes = 64 * 1024 ** 2;

/**
 * A persona from a character card, an elizaOS character or a persona's YAML: version 1, its portrait, and the
 * ingestion of what it tells, all or nothing. The upload stays the caller's.
 * @param input.admit throws when the caller may not make a persona of that id.
 * @throws ExpectedError `card.*`, `persona.yaml-invalid`, `persona.exists`, `persona.consent-withdrawn`.
 */
export async function importCharacter(
  deps: ImportCharacterDeps,
  input: {
    blobId: string;
    fileName: string;
    as?: string | undefined;
    admit: (personaId: string) => void;
    signal: AbortSignal;
  },
): Promise<CharacterImport> {
  const { format, named, document, lore, picture, notes } = await read(deps, input);
  input.admit(document.id);
  // Under another name it would be the same person again, who has said no.
  const [withdrawn] = await deps.personas.amongWithdrawn([named]);
  if (withdrawn !== undefined) throw consentWithdrawn(withdrawn);
  const knowledge = lore.length === 0 ? null : await keep(deps, document.id, lore, input.signal);
  try {
    const restored = await deps.personas.restore({
      personaId: document.id,
      versions: [
        {
          version: 1,
          parent: null,
          document,
          origin: 'operator',
          note: `Imported from ${input.fileName} (${format}).`,
          causedBy: [],
        },
      ],
      files:
        picture === null ? [] : [{ name: 'portrait.png', mediaType: 'image/png', bytes: picture }],
      ingestion: knowledge,
    });
    return { format, ...restored, notes };
  } catch (error) {
    if (knowledge !== null) await deps.uploads.delete(knowledge.blobId);
    throw error;
  }
}

async function read(
  deps: ImportCharacterDeps,
  {
    blobId,
    fileName,
    as,
    signal,
  }: { blobId: string; fileName: string; as?: string | undefined; signal: AbortSignal },
): Promise<Read> {
  const path = await deps.uploads.path(blobId, signal);
  if ((await stat(path)).size > fileBytes) throw tooLarge(fileName);
  const bytes = await readFile(path);
  if (!/\.ya?ml$/i.test(fileName)) {
    const read = await readCharacter(bytes, { fileName, ...(as === undefined ? {} : { id: as }) });
    return { ...read, named: read.document.id };
  }
  const document = parsePersonaYaml(bytes.toString('utf8'), { file: fileName });
  return {
    format: 'yaml',
    named: document.id,
    document: as === undefined ? document : { ...document, id: as },
    lore: [],
    picture: null,
    notes: [],
  };
}

/** What it tells, as an upload for an ingestion to read. */
async function keep(
  deps: ImportCharacterDeps,
  personaId: string,
  lore: readonly Lore[],
  signal: AbortSignal,
): Promise<NonNullable<RestoreInput['ingestion']>> {
  const fileName = `${personaId}.jsonl`;
  // As one piece: each is a write of its own.
  const lines = Readable.from([
    Buffer.from(lore.map((one) => `${JSON.stringify(one)}\n`).join('')),
  ]);
  const { blobId, sha256 } = await deps.uploads.put(lines, {
    name: fileName,
    limitBytes: fileBytes,
    signal,
  });
  const options = ingestionOptionsSchema.parse({
    format: 'jsonl',
    source: 'character',
    full: true,
  });
  return { blobId, sha256, fileName, options };
}

function tooLarge(fileName: string): ExpectedError {
  return new ExpectedError('too-large', 'card.too-large', `"${fileName}" is larger than 64 MB.`, {
    fix: 'Leave out pictures and other assets.',
  });
}
