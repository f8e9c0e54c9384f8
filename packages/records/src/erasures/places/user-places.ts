import { sql, type Kysely } from 'kysely';
import type { Schema } from '../../schema.ts';
import { runsPlace } from '../clear-evolution-steps.ts';
import type { CheckedPlace } from './place.ts';

export interface UserTarget {
  personaId: string;
  userId: string;
}

/** A receipt names no user: whoever has this digest with the salt is the one, with any persona. */
export interface ForgottenUser {
  salt: string;
  digest: string;
}

type UserPlace = CheckedPlace<UserTarget, ForgottenUser>;
type UserTable = 'records.turn' | 'records.conversation' | 'records.memory';

export const userPlaces: readonly UserPlace[] = [
  rowsOfUser('turns', 'records.turn'),
  rowsOfUser('conversations', 'records.conversation'),
  rowsOfUser('memories', 'records.memory'),
  {
    tables: ['records.memory_counter'],
    async erase(trx, { personaId, userId }) {
      await remove(trx, 'records.memory_counter', { personaId, userId });
      return {};
    },
    /** One that counts memories of later is of a user who came back. */
    async left(db, { salt, digest, before }) {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM records.memory_counter c WHERE ${isUser('c.user_id', { salt, digest })}
          AND NOT EXISTS (SELECT 1 FROM records.memory m WHERE m.persona_id = c.persona_id
            AND m.user_id = c.user_id AND m.created_at > ${before}::timestamptz)`.execute(db);
      return { counters: rows[0]?.n ?? 0 };
    },
  },
  {
    tables: runsPlace.tables,
    erase: (trx, target) => runsPlace.erase(trx, target),
    async left(db, { salt, digest, before }) {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM records.evolution_run
        WHERE steps <> '{}' AND created_at <= ${before}::timestamptz
          AND EXISTS (SELECT 1 FROM jsonb_path_query(steps, '$.**.userId') u
            WHERE ${isUser("(u #>> '{}')", { salt, digest })})`.execute(db);
      return { runs: rows[0]?.n ?? 0 };
    },
  },
];

function rowsOfUser(name: string, table: UserTable): UserPlace {
  return {
    tables: [table],
    erase: async (trx, target) => ({ [name]: await remove(trx, table, target) }),
    async left(db, { salt, digest, before }) {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE created_at <= ${before}::timestamptz
          AND ${isUser('user_id', { salt, digest })}`.execute(db);
      return { [name]: rows[0]?.n ?? 0 };
    },
  };
}

async function remove(
  trx: Kysely<Schema>,
  table: UserTable | 'records.memory_counter',
  { personaId, userId }: UserTarget,
): Promise<number> {
  const result = await trx
    .deleteFrom(table)
    .where('persona_id', '=', personaId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** @param user SQL. */
const isUser = (user: string, { salt, digest }: ForgottenUser) =>
  sql`encode(sha256(convert_to(${salt}::text || ${sql.raw(user)}, 'UTF8')), 'hex') = ${digest}`;
