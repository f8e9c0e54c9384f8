import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import { toTurn } from '../turns/turn-rows.ts';
import type { CheckedPlace, DocumentTarget } from './places/place.ts';
import { erasedAnswer, redactTurn } from './redact-turn.ts';

const turnsAtATime = 100;

export const turnsPlace: CheckedPlace<DocumentTarget> = {
  tables: ['records.turn'],
  erase: async (trx, target) => ({ turns: await redactTurns(trx, target) }),
  async left(db, { personaId, documentKey, before }) {
    const told = JSON.stringify([{ documentKey }]);
    const beside = JSON.stringify([{ contextKeys: [documentKey] }]);
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM records.turn
      WHERE persona_id = ${personaId} AND created_at <= ${before}::timestamptz
        AND ((evidence @> ${told}::jsonb AND EXISTS (SELECT 1 FROM jsonb_array_elements(evidence) e
            WHERE e->>'documentKey' = ${documentKey}::text AND e->>'text' <> ''))
          OR (extension->'citations' @> ${told}::jsonb AND EXISTS (SELECT 1 FROM jsonb_array_elements(extension->'citations') c
            WHERE c->>'documentKey' = ${documentKey}::text AND c->>'quote' <> ''))
          OR (evidence @> ${beside}::jsonb AND extension->'model' IS NOT NULL AND answer <> ${erasedAnswer}))`.execute(
      db,
    );
    return { turns: rows[0]?.n ?? 0 };
  },
};

/** Takes a document's text out of the persona's turns. @returns how many held some. */
async function redactTurns(
  trx: Kysely<Schema>,
  { personaId, documentKey }: { personaId: string; documentKey: string },
): Promise<number> {
  const keys = new Set([documentKey]);
  const held = JSON.stringify([{ documentKey }]);
  const beside = JSON.stringify([{ contextKeys: [documentKey] }]);
  let redacted = 0;
  for (let after = '-1'; ;) {
    const rows = await trx
      .selectFrom('records.turn')
      .selectAll()
      .where('persona_id', '=', personaId)
      .where('sequence', '>', after)
      .where(
        sql<boolean>`(evidence @> ${held}::jsonb OR extension->'citations' @> ${held}::jsonb
          OR (evidence @> ${beside}::jsonb AND extension->'model' IS NOT NULL))`,
      )
      .orderBy('sequence')
      .limit(turnsAtATime)
      .execute();
    for (const row of rows) {
      const { answer, extension, evidence } = redactTurn(toTurn(row), keys);
      await trx
        .updateTable('records.turn')
        .set({ answer, extension: toJson(extension), evidence: toJson(evidence) })
        .where('turn_id', '=', row.turn_id)
        .execute();
    }
    redacted += rows.length;
    const last = rows.at(-1);
    if (last === undefined) return redacted;
    after = last.sequence;
  }
}
