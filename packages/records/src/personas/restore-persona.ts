import { randomUUID } from 'node:crypto';
import {
  ExpectedError,
  type IngestionOptions,
  type PersonaDocument,
  type PersonaVersion,
} from '@personate/contracts';
import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import { toIngestionJob } from '../ingestions/ingestion-rows.ts';
import type { PersonaFile } from './persona-file-repository.ts';
import { personaExists, toVersion } from './persona-rows.ts';

/** A version as it was elsewhere; `createdAt` absent: now. */
export type RestoredVersion = Pick<
  PersonaVersion,
  'version' | 'parent' | 'origin' | 'note' | 'causedBy'
> & { document: PersonaDocument; createdAt?: string };

export interface RestoreInput {
  personaId: string;
  /** In their order, from 1, without a gap. */
  versions: readonly RestoredVersion[];
  files: readonly PersonaFile[];
  /** What it is to know; its upload. */
  ingestion: {
    options: IngestionOptions;
    blobId: string;
    fileName: string;
    sha256: string;
  } | null;
}

/**
 * A persona that comes from elsewhere, with all its versions, its files and the ingestion of its knowledge: all of
 * it or nothing. @throws ExpectedError `persona.exists`, `pack.versions-broken`.
 */
export async function restorePersona(db: Kysely<Schema>, input: RestoreInput) {
  const { personaId, versions, files, ingestion } = input;
  const head = versions.at(-1);
  if (head === undefined || versions.some(({ version }, index) => version !== index + 1))
    throw versionsBroken();
  return db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto('records.persona')
      .values({
        id: personaId,
        name: head.document.name,
        head_version: head.version,
        serving_generation: null,
        seed_hash: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw personaExists(personaId);
    let last;
    for (const one of versions) {
      last = await trx
        .insertInto('records.persona_version')
        .values({
          persona_id: personaId,
          version: one.version,
          parent: one.parent,
          document: toJson(one.document),
          origin: one.origin,
          note: one.note,
          caused_by: [...one.causedBy],
          ...(one.createdAt === undefined ? {} : { created_at: one.createdAt }),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
    }
    for (const { name, mediaType, bytes } of files) {
      const row = { persona_id: personaId, name, media_type: mediaType, bytes };
      await trx.insertInto('records.persona_file').values(row).execute();
    }
    const job =
      ingestion === null
        ? null
        : await trx
            .insertInto('records.ingestion_job')
            .values({
              ingestion_id: randomUUID(),
              persona_id: personaId,
              options: toJson(ingestion.options),
              file_name: ingestion.fileName,
              blob_id: ingestion.blobId,
              path: null,
              sha256: ingestion.sha256,
              progress: toJson({ phase: 'queued', documents: 0, passages: 0 }),
            })
            .returningAll()
            .executeTakeFirstOrThrow();
    return {
      version: toVersion(last as NonNullable<typeof last>),
      ingestion: job === null ? null : toIngestionJob(job),
    };
  });
}

function versionsBroken(): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'pack.versions-broken',
    'The versions are not numbered from 1 without a gap.',
    { fix: 'Pack the persona again.' },
  );
}
