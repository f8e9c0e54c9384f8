import type { TaskError, TaskKind } from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';

/** Those whose outputs hold words of documents. */
const telling: readonly TaskKind[] = ['inspect', 'derive', 'map', 'export-knowledge', 'pack'];

/** What was made for somebody out of the persona's documents; one that is being made still holds what it has read. */
export async function clearTasks(trx: Kysely<Schema>, personaId: string): Promise<void> {
  const error: TaskError = {
    kind: 'conflict',
    code: 'persona.busy',
    message: `A document of "${personaId}" was erased meanwhile, and what was made may have held it.`,
    fix: 'Try again.',
  };
  await sql`
    UPDATE records.task SET status = 'failed', output = NULL, error = ${toJson(error)}::jsonb
    WHERE persona_id = ${personaId} AND kind = ANY (${telling}::text[])
      AND status IN ('running', 'done')`.execute(trx);
}
