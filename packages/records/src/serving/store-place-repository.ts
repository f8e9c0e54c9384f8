import { sql } from 'kysely';
import type { Db } from '../corpus/db.ts';

interface Generation {
  personaId: string;
  generation: number;
}

/** Which kind of store each generation was projected into last, and whose knowledge has still to get there. */
export class StorePlaceRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async find({ personaId, generation }: Generation): Promise<string | null> {
    const { rows } = await sql<{ store: string }>`
      select store from records.knowledge_generation
      where persona_id = ${personaId} and generation = ${generation}::int`.execute(this.#db);
    return rows[0]?.store ?? null;
  }

  async settle({ personaId, generation }: Generation, store: string): Promise<void> {
    await sql`
      update records.knowledge_generation set store = ${store}
      where persona_id = ${personaId} and generation = ${generation}::int`.execute(this.#db);
  }

  /** Personas whose serving generation lies in another kind of store, or lacks something of the records. */
  behind(store: string): Promise<string[]> {
    return this.#behind(store, null);
  }

  async isBehind(store: string, personaId: string): Promise<boolean> {
    return (await this.#behind(store, personaId)).length > 0;
  }

  async #behind(store: string, personaId: string | null): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select p.id from records.persona p join records.knowledge_generation g
        on g.persona_id = p.id and g.generation = p.serving_generation
      where p.id = coalesce(${personaId}::text, p.id) and (g.store <> ${store} or exists (
        select 1 from corpus.document d left join corpus.projected j
          on j.persona_id = d.persona_id and j.generation = g.generation and j.document_key = d.document_key
        where d.persona_id = p.id and j.revision is distinct from d.revision
          and not (d.deleted_at is not null and j.revision is null)))
      order by p.id`.execute(this.#db);
    return rows.map(({ id }) => id);
  }
}
