import { ExpectedError, personaMissing } from '@personate/contracts';
import { sql } from 'kysely';
import type { Db } from './db.ts';

export interface KnowledgeGeneration {
  personaId: string;
  /** Names tables and collections; never used again, even for a persona of the same id. */
  personaUid: string;
  generation: number;
  embeddingIdentity: string;
  dimensions: number;
}

interface Row {
  uid: string;
  generation: number | null;
  embedding_identity: string | null;
  dimensions: number | null;
}

/** Which generation of its knowledge store serves a persona. */
export class GenerationRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** null when nothing was ever ingested. @throws personaMissing */
  async find(personaId: string): Promise<KnowledgeGeneration | null> {
    const { rows } = await sql<Row>`
      select p.uid, g.generation, g.embedding_identity, g.dimensions from records.persona p
      left join records.knowledge_generation g on g.persona_id = p.id and g.generation = p.serving_generation
      where p.id = ${personaId}`.execute(this.#db);
    const row = rows[0];
    if (row === undefined) throw personaMissing(personaId);
    if (row.generation === null || row.embedding_identity === null || row.dimensions === null)
      return null;
    return {
      personaId,
      personaUid: row.uid,
      generation: row.generation,
      embeddingIdentity: row.embedding_identity,
      dimensions: row.dimensions,
    };
  }

  /**
   * The serving generation, made for this embedding when there is none. Vectors of two identities never mix.
   * @throws ExpectedError `knowledge.identity-mismatch`; personaMissing
   */
  async serving(
    personaId: string,
    embedding: { identity: string; dimensions: number },
  ): Promise<KnowledgeGeneration> {
    const found = await this.find(personaId);
    if (found !== null) {
      if (found.embeddingIdentity !== embedding.identity) {
        throw new ExpectedError(
          'conflict',
          'knowledge.identity-mismatch',
          `The knowledge of "${personaId}" was embedded by ${found.embeddingIdentity}; this server embeds by ${embedding.identity}.`,
          {
            fix: 'Start with the embedder that it was made by, or build its knowledge anew in a new data folder.',
          },
        );
      }
      return found;
    }
    await this.#db.transaction().execute(async (trx) => {
      await sql`select 1 from records.persona where id = ${personaId} for update`.execute(trx);
      await sql`
        insert into records.knowledge_generation (persona_id, generation, embedding_identity, dimensions, status)
        values (${personaId}, 1, ${embedding.identity}, ${embedding.dimensions}::int, 'serving') on conflict do nothing`.execute(
        trx,
      );
      await sql`update records.persona set serving_generation = 1 where id = ${personaId} and serving_generation is null`.execute(
        trx,
      );
    });
    return this.serving(personaId, embedding);
  }
}
