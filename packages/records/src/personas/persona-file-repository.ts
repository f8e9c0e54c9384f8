import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

export interface PersonaFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** Small files that belong to a persona, such as its portrait and its probes; they go with it. */
export class PersonaFileRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async find(personaId: string, name: string): Promise<PersonaFile | null> {
    const row = await this.#db
      .selectFrom('records.persona_file')
      .select(['name', 'media_type', 'bytes'])
      .where('persona_id', '=', personaId)
      .where('name', '=', name)
      .executeTakeFirst();
    return row ? toFile(row) : null;
  }

  /** By name. */
  async list(personaId: string): Promise<PersonaFile[]> {
    const rows = await this.#db
      .selectFrom('records.persona_file')
      .select(['name', 'media_type', 'bytes'])
      .where('persona_id', '=', personaId)
      .orderBy('name')
      .limit(100)
      .execute();
    return rows.map(toFile);
  }
}

function toFile(row: { name: string; media_type: string; bytes: Uint8Array }): PersonaFile {
  // PGlite gives a Uint8Array, pg a Buffer.
  return { name: row.name, mediaType: row.media_type, bytes: Buffer.from(row.bytes) };
}
