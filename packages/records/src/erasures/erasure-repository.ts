import { randomUUID } from 'node:crypto';
import type { Erasure, ErasureCheck, ErasureLedgerEntry, ErasureScope } from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import { isUuid } from '../is-uuid.ts';
import type { Schema } from '../schema.ts';
import { countRemaining } from './check-erasure.ts';
import { eraseDocument } from './erase-document.ts';
import { erasePersona } from './erase-persona.ts';
import { eraseUser, personasOfUser } from './erase-user.ts';
import { findOpenErasure } from './find-open-erasure.ts';
import {
  digestOf,
  toErasure,
  toErasureWork,
  type ErasurePlan,
  type ErasureWork,
} from './erasure-rows.ts';
import { planPersona } from './plan-persona.ts';
import { replayErasure } from './replay-erasure.ts';
import { holdUser } from './user-erased-since.ts';

export type ErasureTarget =
  | { scope: 'document'; personaId: string; documentKey: string }
  | { scope: 'persona'; personaId: string }
  | { scope: 'user'; userId: string };

/** The ledger of erasures, and what they take out of the records. */
export class ErasureRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** Writes down that it is to be done; one that is under way for the same is that one. */
  async open(target: ErasureTarget, requestedBy: string): Promise<Erasure> {
    const subject = { ...nobody, ...target };
    const { scope, personaId, documentKey, userId } = subject;
    // The other one may end between the two statements.
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const row = await this.#db.transaction().execute(async (trx) => {
        if (userId !== null) await holdUser(trx, userId);
        return trx
          .insertInto('records.erasure')
          .values({
            erasure_id: randomUUID(),
            scope,
            persona_id: personaId,
            document_key: documentKey,
            user_id: userId,
            ...digestOf(userId ?? documentKey ?? personaId ?? ''),
            requested_by: requestedBy,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returningAll()
          .executeTakeFirst();
      });
      if (row !== undefined) return toErasure(row);
      const openId = await findOpenErasure(this.#db, subject);
      const known = openId === null ? null : await this.get(openId);
      if (known !== null) return known;
    }
    throw new Error('an erasure could be neither opened nor found');
  }

  async get(erasureId: string): Promise<Erasure | null> {
    const work = await this.#row(erasureId);
    return work === undefined ? null : toErasure(work);
  }

  /** As its worker needs it. */
  async work(erasureId: string): Promise<ErasureWork | null> {
    const row = await this.#row(erasureId);
    return row === undefined ? null : toErasureWork(row);
  }

  /** Newest first. */
  async list(page: { limit: number }): Promise<Erasure[]> {
    const rows = await this.#db
      .selectFrom('records.erasure')
      .selectAll()
      .orderBy('number', 'desc')
      .limit(page.limit)
      .execute();
    return rows.map(toErasure);
  }

  /** Oldest first. */
  async unfinished(): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('records.erasure')
      .select('erasure_id')
      .where('status', '=', 'open')
      .orderBy('number')
      .execute();
    return rows.map((row) => row.erasure_id);
  }

  /** Whether a persona of this id was erased last: a start folder does not bring it back. */
  async isErasedPersona(personaId: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('records.erasure')
      .select('erasure_id')
      .where('scope', '=', 'persona' satisfies ErasureScope)
      .where('persona_id', '=', personaId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** As `planPersona`. */
  planPersona(erasureId: string, personaId: string): Promise<ErasurePlan | null> {
    return planPersona(this.#db, { erasureId, personaId });
  }

  /** It answers no more. @returns false where it is gone: another persona may have its id by now. */
  async withdrawPersona(target: { personaId: string; personaUid: string }): Promise<boolean> {
    const row = await this.#db
      .updateTable('records.persona')
      .set({ status: 'archived' })
      .where('id', '=', target.personaId)
      .where('uid', '=', target.personaUid)
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }

  personasOfUser(userId: string): Promise<string[]> {
    return personasOfUser(this.#db, userId);
  }

  eraseDocument(target: { erasureId: string; personaId: string; documentKey: string }) {
    return eraseDocument(this.#db, target);
  }

  eraseUser(target: { erasureId: string; personaId: string; userId: string }) {
    return eraseUser(this.#db, target);
  }

  erasePersona(target: Parameters<typeof erasePersona>[1]) {
    return erasePersona(this.#db, target);
  }

  /** The receipt names no user from now on. */
  async finish(erasureId: string): Promise<void> {
    await this.#db
      .updateTable('records.erasure')
      .set({ status: 'done', finished_at: sql<Date>`clock_timestamp()`, user_id: null })
      .where('erasure_id', '=', erasureId)
      .where('status', '=', 'open')
      .execute();
  }

  /** There was nothing to erase, so there is no receipt; of one that was begun it stays. */
  async discard(erasureId: string): Promise<void> {
    await this.#db
      .deleteFrom('records.erasure')
      .where('erasure_id', '=', erasureId)
      .where('status', '=', 'open')
      .where('plan', 'is', null)
      .where(sql<boolean>`removed = '{}'`)
      .execute();
  }

  /** As `replayErasure`. */
  replay(entry: ErasureLedgerEntry): Promise<boolean> {
    return replayErasure(this.#db, entry);
  }

  /** Counts anew what is left; null when there is no such erasure. */
  async check(erasureId: string): Promise<ErasureCheck | null> {
    const erasure = await this.work(erasureId);
    if (erasure === null) return null;
    const remaining = await countRemaining(this.#db, erasure);
    const whole = erasure.status === 'done' && Object.values(remaining).every((n) => n === 0);
    return { erasureId, checkedAt: new Date().toISOString(), whole, remaining };
  }

  async #row(erasureId: string) {
    if (!isUuid(erasureId)) return undefined;
    return this.#db
      .selectFrom('records.erasure')
      .selectAll()
      .where('erasure_id', '=', erasureId)
      .executeTakeFirst();
  }
}

const mostAttempts = 10;
const nobody: { personaId: string | null; documentKey: string | null; userId: string | null } = {
  personaId: null,
  documentKey: null,
  userId: null,
};
