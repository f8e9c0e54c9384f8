import type { TaskError, TaskKind } from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import type { CheckedPlace, DocumentTarget } from './places/place.ts';

/** Those whose outputs hold words of documents. */
const telling: readonly TaskKind[] = [
  'inspect',
  'derive',
  'map',
  'export-knowledge',
  'pack',
  'training-set',
];

export const tasksPlace: CheckedPlace<Pick<DocumentTarget, 'personaId'>> = {
  tables: ['records.task'],
  erase: async (trx, { personaId }) => ({ tasks: await clearTasks(trx, personaId) }),
  async left(db, { personaId, before }) {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM records.task
      WHERE persona_id = ${personaId} AND kind = ANY (${telling}::text[])
        AND status IN ('running', 'done') AND created_at <= ${before}::timestamptz`.execute(db);
    return { tasks: rows[0]?.n ?? 0 };
  },
};

/** What was made for somebody out of the persona's documents; one that is being made still holds what it has read. */
async function clearTasks(trx: Kysely<Schema>, personaId: string): Promise<number> {
  const error: TaskError = {
    kind: 'conflict',
    code: 'persona.busy',
    message: `A document of "${personaId}" was erased meanwhile, and what was made may have held it.`,
    fix: 'Try again.',
  };
  const { rows } = await sql`
    UPDATE records.task SET status = 'failed', output = NULL, error = ${toJson(error)}::jsonb
    WHERE persona_id = ${personaId} AND kind = ANY (${telling}::text[])
      AND status IN ('running', 'done') RETURNING 1`.execute(trx);
  return rows.length;
}
