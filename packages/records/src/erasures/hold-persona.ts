import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Nobody stores a turn of the persona or gives it a version until the transaction ends. */
export async function holdPersona(trx: Kysely<Schema>, personaId: string): Promise<void> {
  await sql`SELECT 1 FROM records.turn_counter WHERE persona_id = ${personaId} FOR UPDATE`.execute(
    trx,
  );
  await sql`SELECT 1 FROM records.persona WHERE id = ${personaId} FOR UPDATE`.execute(trx);
}
