import { ExpectedError, personaMissing, type Generation } from '@personate/contracts';
import { sql } from 'kysely';
import { toJson } from '../to-json.ts';
import { beginGeneration, type NewGeneration } from './begin-generation.ts';
import type { Db } from './db.ts';
import {
  toGeneration,
  toSpec,
  type GenerationRow,
  type KnowledgeGeneration,
} from './generation-rows.ts';
import { forgetGeneration, switchGeneration } from './switch-generation.ts';

/** Failures in a row after which somebody has to look. */
const mostFailures = 25;

/** The generations of a persona's knowledge store: which one serves, which is being built, which are kept. */
export class GenerationRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The serving one; null when nothing was ever ingested. @throws personaMissing */
  async find(personaId: string): Promise<KnowledgeGeneration | null> {
    const { rows } = await sql<GenerationRow & { generation: number | null }>`
      select p.id as persona_id, p.uid, g.generation, g.embedding_identity, g.dimensions, g.average_length
      from records.persona p
      left join records.knowledge_generation g on g.persona_id = p.id and g.generation = p.serving_generation
      where p.id = ${personaId}`.execute(this.#db);
    const row = rows[0];
    if (row === undefined) throw personaMissing(personaId);
    return row.generation === null ? null : toSpec(row);
  }

  /** The serving one, made for this embedding when there is none. @throws personaMissing */
  async serving(
    personaId: string,
    embedding: { identity: string; dimensions: number },
  ): Promise<KnowledgeGeneration> {
    const found = await this.find(personaId);
    if (found !== null) return found;
    await this.#db.transaction().execute(async (trx) => {
      await sql`select 1 from records.persona where id = ${personaId} for update`.execute(trx);
      await sql`
        insert into records.knowledge_generation (persona_id, generation, embedding_identity, dimensions, status, served_at)
        values (${personaId}, 1, ${embedding.identity}, ${embedding.dimensions}::int, 'serving', now()) on conflict do nothing`.execute(
        trx,
      );
      await sql`update records.persona set serving_generation = 1 where id = ${personaId} and serving_generation is null`.execute(
        trx,
      );
    });
    const made = await this.find(personaId);
    if (made === null)
      throw new Error(`Persona ${personaId} is served from a generation that is not there.`);
    return made;
  }

  /** Newest first. */
  async list(personaId: string): Promise<Generation[]> {
    return (await this.#rows(personaId)).map(toGeneration);
  }

  /** @throws ExpectedError `generation.missing` */
  async get(personaId: string, generation: number): Promise<Generation> {
    const found = (await this.list(personaId)).find((one) => one.generation === generation);
    if (found !== undefined) return found;
    throw new ExpectedError(
      'missing',
      'generation.missing',
      `Persona "${personaId}" has no knowledge generation ${generation}.`,
      { fix: `List them with GET /v1/personas/${personaId}/knowledge/generations.` },
    );
  }

  /** @throws ExpectedError `generation.under-way`, `generation.same-embedder`, `knowledge.empty` */
  async begin(personaId: string, wanted: NewGeneration): Promise<Generation> {
    return this.get(personaId, await beginGeneration(this.#db, personaId, wanted));
  }

  /** The one to be built now: neither stopped nor given up. */
  async building(personaId: string): Promise<KnowledgeGeneration | null> {
    const row = (await this.#rows(personaId)).find((one) => one.status === 'building');
    return row === undefined || row.stopped ? null : toSpec(row);
  }

  /** Those whose store may hold a document of the persona's, and goes on to exist. */
  async kept(personaId: string): Promise<KnowledgeGeneration[]> {
    return (await this.#rows(personaId))
      .filter(({ status }) => status !== 'dropping' && status !== 'dropped')
      .map(toSpec);
  }

  /** Those to be dropped, once no answer that began before it retired can still read it. */
  async dropping(personaId: string, graceMs: number): Promise<KnowledgeGeneration[]> {
    const { rows } = await sql<GenerationRow>`
      select g.*, p.uid from records.knowledge_generation g join records.persona p on p.id = g.persona_id
      where g.persona_id = ${personaId} and g.status = 'dropping'
        and coalesce(g.retired_at, '-infinity') <= clock_timestamp() - ${graceMs}::float8 * interval '1 millisecond'`.execute(
      this.#db,
    );
    return rows.map(toSpec);
  }

  /** Personas of which one waits to be built or dropped. */
  async personasWithWork(): Promise<string[]> {
    const { rows } = await sql<{ persona_id: string }>`
      select distinct persona_id from records.knowledge_generation
      where (status = 'building' and not stopped) or status = 'dropping'`.execute(this.#db);
    return rows.map((row) => row.persona_id);
  }

  /** Of everybody: which identities serve. */
  async servingIdentities(): Promise<Array<{ personaId: string; embeddingIdentity: string }>> {
    const { rows } = await sql<GenerationRow>`
      select g.persona_id, g.embedding_identity from records.knowledge_generation g
      join records.persona p on p.id = g.persona_id and p.serving_generation = g.generation
      where p.status = 'active' order by g.persona_id`.execute(this.#db);
    return rows.map((row) => ({
      personaId: row.persona_id,
      embeddingIdentity: row.embedding_identity,
    }));
  }

  /** A step that went well: what failed before is forgotten. */
  async progress(of: KnowledgeGeneration, progress: Generation['progress']): Promise<void> {
    await sql`update records.knowledge_generation set progress = ${toJson(progress)}::jsonb, failures = 0, error = null
      where ${this.#building(of)}`.execute(this.#db);
  }

  /** @param final somebody has to look before it is tried again */
  async failed(
    of: KnowledgeGeneration,
    error: NonNullable<Generation['error']>,
    final: boolean,
  ): Promise<void> {
    await sql`update records.knowledge_generation set error = ${toJson(error)}::jsonb, failures = failures + 1,
      stopped = stopped or ${final}::boolean or failures + 1 >= ${mostFailures}::int
      where ${this.#building(of)}`.execute(this.#db);
  }

  /** False when it is not being built. */
  async setStopped(
    of: { personaId: string; generation: number },
    stopped: boolean,
  ): Promise<boolean> {
    const { rows } =
      await sql`update records.knowledge_generation set stopped = ${stopped}::boolean,
      failures = 0, error = case when ${stopped}::boolean then error end
      where ${this.#building(of)} returning 1`.execute(this.#db);
    return rows.length > 0;
  }

  /** From now on it is to be dropped. False for the one that serves, and for what is gone already. */
  async giveUp(of: { personaId: string; generation: number }): Promise<boolean> {
    const { rows } =
      await sql`update records.knowledge_generation set status = 'dropping', stopped = false
      where persona_id = ${of.personaId} and generation = ${of.generation}::int
        and status in ('building', 'retired', 'dropping') returning 1`.execute(this.#db);
    return rows.length > 0;
  }

  /** Makes it the serving one, if it holds all that the records do. @returns whether it serves now. */
  async switchTo(of: KnowledgeGeneration): Promise<boolean> {
    return switchGeneration(this.#db, of);
  }

  /** After its store was dropped: what was noted of it goes too, and vectors that no other generation needs. */
  async forget(of: KnowledgeGeneration): Promise<void> {
    await forgetGeneration(this.#db, of);
  }

  #building({ personaId, generation }: { personaId: string; generation: number }) {
    return sql`persona_id = ${personaId} and generation = ${generation}::int and status = 'building'`;
  }

  async #rows(personaId: string): Promise<GenerationRow[]> {
    const { rows } = await sql<GenerationRow>`
      select g.*, p.uid from records.knowledge_generation g join records.persona p on p.id = g.persona_id
      where g.persona_id = ${personaId} order by g.generation desc`.execute(this.#db);
    return rows;
  }
}
