import { randomUUID } from 'node:crypto';
import { ExpectedError, personaMissing, type Turn } from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import { toTurn } from '../turns/turn-rows.ts';
import { commitEvolution, type EvolutionCommit } from './commit-evolution.ts';

export interface EvolutionRange {
  fromSequence: number;
  toSequence: number;
  /** The persona's head that it learns by. */
  baseVersion: number;
}

const staleCodes = ['persona.head-moved', 'evolution.turns-changed'];
const givenUp = { status: 'abandoned', steps: '{}', finished_at: sql<Date>`now()` } as const;

/** Which turns a persona has learnt from, and what it is learning. */
export class EvolutionRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** Sequence of the last turn learnt from; 0 at first. */
  async cursor(personaId: string): Promise<number> {
    const row = await this.#db
      .selectFrom('records.evolution_cursor')
      .select('sequence')
      .where('persona_id', '=', personaId)
      .executeTakeFirst();
    return Number(row?.sequence ?? 0);
  }

  /** Turns behind the cursor that were quiet before `quietBefore`, in order, stopping at the first that was not. Replaced turns come too, marked so. */
  async pending(
    personaId: string,
    fromSequence: number,
    quietBefore: Date,
    limit: number,
  ): Promise<Array<Turn & { sequence: number }>> {
    const rows = await this.#db
      .selectFrom('records.turn')
      .selectAll()
      .where('persona_id', '=', personaId)
      .where('sequence', '>', String(fromSequence))
      .orderBy('sequence')
      .limit(limit)
      .execute();
    const unquiet = rows.findIndex((row) => row.created_at >= quietBefore);
    return rows
      .slice(0, unquiet < 0 ? rows.length : unquiet)
      .map((row) => ({ ...toTurn(row), sequence: Number(row.sequence) }));
  }

  /** What the persona said in the conversation before that turn, newest first. */
  async answersBefore(conversationId: string, sequence: number, limit: number): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('records.turn')
      .select('answer')
      .where('conversation_id', '=', conversationId)
      .where('sequence', '<', String(sequence))
      .orderBy('sequence', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ answer }) => answer);
  }

  /**
   * A started run of these turns by this head, whose step results are kept, or a new one. One of other turns or of
   * another head is given up: what it noted may not be true any more.
   */
  async openRun(
    personaId: string,
    { fromSequence, toSequence, baseVersion }: EvolutionRange,
  ): Promise<{ runId: string; steps: Record<string, unknown> }> {
    return this.#db.transaction().execute(async (trx) => {
      // Of two at once the second waits here, and then finds the first one's run.
      const persona =
        await sql`SELECT 1 FROM records.persona WHERE id = ${personaId} FOR UPDATE`.execute(trx);
      if (persona.rows.length === 0) throw personaMissing(personaId);
      const started = await trx
        .selectFrom('records.evolution_run')
        .selectAll()
        .where('persona_id', '=', personaId)
        .where('status', '=', 'started')
        .executeTakeFirst();
      const same =
        Number(started?.from_sequence) === fromSequence &&
        Number(started?.to_sequence) === toSequence &&
        started?.base_version === baseVersion;
      if (started && same) return { runId: started.run_id, steps: started.steps };
      if (started) await abandonRun(trx, started.run_id);
      const runId = randomUUID();
      await trx
        .insertInto('records.evolution_run')
        .values({
          run_id: runId,
          persona_id: personaId,
          from_sequence: fromSequence,
          to_sequence: toSequence,
          base_version: baseVersion,
        })
        .execute();
      return { runId, steps: {} };
    });
  }

  /** Kept, so that a retry continues after it. Nothing happens to a run that has ended. */
  async saveStep(runId: string, step: string, result: unknown): Promise<void> {
    await this.#db
      .updateTable('records.evolution_run')
      .set({ steps: sql<string>`steps || ${toJson({ [step]: result ?? null })}::jsonb` })
      .where('run_id', '=', runId)
      .where('status', '=', 'started')
      .execute();
  }

  /**
   * Memories, version and cursor in one transaction.
   * @throws ExpectedError `evolution.lease-lost`, `evolution.cursor-moved`; `persona.head-moved` when somebody edited the
   * persona meanwhile, `evolution.turns-changed` when what it rests on was replaced or deleted: the run is given up then,
   * and the next one begins anew.
   */
  async commit(commit: EvolutionCommit): Promise<{ version: number | null }> {
    try {
      return await this.#db.transaction().execute((trx) => commitEvolution(trx, commit));
    } catch (error) {
      const isStale = error instanceof ExpectedError && staleCodes.includes(error.code);
      if (isStale) await abandonRun(this.#db, commit.runId);
      throw error;
    }
  }

  /** Gives up runs that began before `startedBefore` and never ended: what they noted are words of users. @returns how many. */
  async giveUpRuns(startedBefore: Date): Promise<number> {
    const result = await this.#db
      .updateTable('records.evolution_run')
      .set(givenUp)
      .where('status', '=', 'started')
      .where('created_at', '<', startedBefore)
      .executeTakeFirst();
    return Number(result.numUpdatedRows);
  }

  /** Personas whose next turn behind their cursor was quiet before `quietBefore`; archived and withdrawn ones rest. */
  async personasBehind(quietBefore: Date): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      SELECT p.id FROM records.persona p
      LEFT JOIN records.evolution_cursor c ON c.persona_id = p.id
      CROSS JOIN LATERAL (
        SELECT t.created_at FROM records.turn t
        WHERE t.persona_id = p.id AND t.sequence > coalesce(c.sequence, 0)
        ORDER BY t.sequence LIMIT 1
      ) AS next
      WHERE p.status = 'active' AND p.consent_withdrawn_at IS NULL AND next.created_at < ${quietBefore}
      ORDER BY next.created_at`.execute(this.#db);
    return rows.map(({ id }) => id);
  }
}

async function abandonRun(db: Kysely<Schema>, runId: string): Promise<void> {
  await db
    .updateTable('records.evolution_run')
    .set(givenUp)
    .where('run_id', '=', runId)
    .where('status', '=', 'started')
    .execute();
}
