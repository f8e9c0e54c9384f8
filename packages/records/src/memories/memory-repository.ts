import { ExpectedError, type Memory } from '@personate/contracts';
import type { Kysely } from 'kysely';
import { isUuid } from '../is-uuid.ts';
import type { Schema } from '../schema.ts';
import { storableText } from '../to-json.ts';
import { countMemoryChange, fromMemory, toMemory } from './memory-rows.ts';

/** What personas remember of users. */
export class MemoryRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** Active memories about this user, newest first, at most `limit`. */
  async active(personaId: string, userId: string, limit: number): Promise<Memory[]> {
    const rows = await this.#db
      .selectFrom('records.memory')
      .selectAll()
      .where('persona_id', '=', personaId)
      .where('user_id', '=', userId)
      .where('status', '=', 'active')
      .orderBy('created_at', 'desc')
      .orderBy('memory_id')
      .limit(limit)
      .execute();
    return rows.map(toMemory);
  }

  /** Not the deleted ones; replaced and quarantined ones too. Newest first. */
  async list(query: { personaId?: string; userId?: string; limit: number }): Promise<Memory[]> {
    const { personaId, userId } = query;
    let rows = this.#db.selectFrom('records.memory').selectAll().where('status', '!=', 'deleted');
    if (personaId !== undefined) rows = rows.where('persona_id', '=', personaId);
    if (userId !== undefined) rows = rows.where('user_id', '=', userId);
    const found = await rows
      .orderBy('created_at', 'desc')
      .orderBy('memory_id')
      .limit(query.limit)
      .execute();
    return found.map(toMemory);
  }

  /** null when there is none, or none any more. */
  async get(memoryId: string): Promise<Memory | null> {
    if (!isUuid(memoryId)) return null;
    const row = await this.#db
      .selectFrom('records.memory')
      .selectAll()
      .where('memory_id', '=', memoryId)
      .where('status', '!=', 'deleted')
      .executeTakeFirst();
    return row ? toMemory(row) : null;
  }

  /** Idempotent by memoryId. */
  add(memories: readonly Memory[]): Promise<void> {
    return this.#db.transaction().execute((trx) => addMemories(trx, memories));
  }

  /** A person's word stands: a quarantined memory is believed once it was corrected. @throws ExpectedError `memory.missing`. */
  async correct(memoryId: string, text: string): Promise<Memory> {
    return this.#db.transaction().execute(async (trx) => {
      const row = await trx
        .updateTable('records.memory')
        .set((eb) => ({
          text: storableText(text),
          trust: 'stated',
          status: eb
            .case()
            .when('status', '=', 'quarantined')
            .then('active' as const)
            .else(eb.ref('status'))
            .end(),
        }))
        .where('memory_id', '=', known(memoryId))
        .where('status', '!=', 'deleted')
        .returningAll()
        .executeTakeFirst();
      if (!row) throw missing(memoryId);
      await countMemoryChange(trx, row.persona_id, row.user_id);
      return toMemory(row);
    });
  }

  /** Its words go; that there was one stays, so that it is not learnt from its turn again. @throws ExpectedError `memory.missing`. */
  async delete(memoryId: string): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      const row = await trx
        .updateTable('records.memory')
        .set({ status: 'deleted', text: '', quote: '', slot: null })
        .where('memory_id', '=', known(memoryId))
        .where('status', '!=', 'deleted')
        .returning(['persona_id', 'user_id'])
        .executeTakeFirst();
      if (!row) throw missing(memoryId);
      await countMemoryChange(trx, row.persona_id, row.user_id);
    });
  }

  /** Moves with every change of what the persona remembers of the user; 0 at first. */
  async revision(personaId: string, userId: string): Promise<number> {
    const row = await this.#db
      .selectFrom('records.memory_counter')
      .select('revision')
      .where('persona_id', '=', personaId)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return Number(row?.revision ?? 0);
  }
}

/** Must run in a transaction. */
export async function addMemories(trx: Kysely<Schema>, memories: readonly Memory[]): Promise<void> {
  for (const memory of memories) {
    const added = await trx
      .insertInto('records.memory')
      .values(fromMemory(memory))
      .onConflict((conflict) => conflict.column('memory_id').doNothing())
      .returning('memory_id')
      .executeTakeFirst();
    if (added) await countMemoryChange(trx, memory.personaId, memory.userId);
  }
}

function known(memoryId: string): string {
  if (isUuid(memoryId)) return memoryId;
  throw missing(memoryId);
}

function missing(memoryId: string): ExpectedError {
  return new ExpectedError('missing', 'memory.missing', `There is no memory ${memoryId}.`, {
    fix: 'List the memories with GET /v1/personas/{id}/memories.',
  });
}
