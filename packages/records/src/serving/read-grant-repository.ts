import { sql } from 'kysely';
import type { Db } from '../corpus/db.ts';

interface Generation {
  personaId: string;
  personaUid: string;
  generation: number;
  embeddingIdentity: string;
  dimensions: number;
}

interface ReadGrant {
  url: string;
  collection: string;
  epoch: string;
  token: string;
  expiresAt: Date;
}

interface Row {
  url: string;
  collection: string;
  collection_epoch: string;
  read_token: string;
  read_token_expires_at: Date;
}

interface NamedRow extends Row {
  persona_id: string;
  uid: string;
  generation: number;
  embedding_identity: string;
  dimensions: number;
}

/** By what each generation is read: the row names the place, and carries the token for it. */
export class ReadGrantRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Null when nothing was granted, or the persona is another one of the same id by now. */
  async find({ personaUid, generation }: Generation): Promise<ReadGrant | null> {
    const { rows } = await sql<Row>`
      select g.url, g.collection, g.collection_epoch, g.read_token, g.read_token_expires_at
      from records.knowledge_generation g join records.persona p on p.id = g.persona_id
      where p.uid = ${personaUid}::uuid and g.generation = ${generation}::int
        and g.read_token is not null`.execute(this.#db);
    return rows[0] === undefined ? null : toGrant(rows[0]);
  }

  /** Addresses of the stores that generations lie in. */
  async places(): Promise<string[]> {
    const { rows } = await sql<{ url: string }>`
      select distinct url from records.knowledge_generation where url is not null order by url`.execute(
      this.#db,
    );
    return rows.map(({ url }) => url);
  }

  /** @throws Error when there is no such generation. */
  async save({ personaUid, generation }: Generation, grant: ReadGrant): Promise<void> {
    const { rows } = await sql`
      update records.knowledge_generation g set url = ${grant.url}, collection = ${grant.collection},
        collection_epoch = ${grant.epoch}, read_token = ${grant.token}, read_token_expires_at = ${grant.expiresAt}
      from records.persona p
      where p.id = g.persona_id and p.uid = ${personaUid}::uuid and g.generation = ${generation}::int
      returning 1`.execute(this.#db);
    if (rows.length === 0)
      throw new Error(`generation ${generation} of ${personaUid} is not in the records`);
  }

  async remove({ personaUid, generation }: Generation): Promise<void> {
    await sql`
      update records.knowledge_generation g set url = null, collection = null,
        collection_epoch = null, read_token = null, read_token_expires_at = null
      from records.persona p
      where p.id = g.persona_id and p.uid = ${personaUid}::uuid and g.generation = ${generation}::int`.execute(
      this.#db,
    );
  }

  /** In the order of persona and generation, from behind `after`. */
  async page(
    after: Pick<Generation, 'personaId' | 'generation'> | null,
    limit: number,
  ): Promise<Array<{ spec: Generation; grant: ReadGrant }>> {
    const { rows } = await sql<NamedRow>`
      select g.persona_id, p.uid, g.generation, g.embedding_identity, g.dimensions,
        g.url, g.collection, g.collection_epoch, g.read_token, g.read_token_expires_at
      from records.knowledge_generation g join records.persona p on p.id = g.persona_id
      where g.read_token is not null
        and (g.persona_id, g.generation) > (${after?.personaId ?? ''}, ${after?.generation ?? 0}::int)
      order by g.persona_id, g.generation limit ${limit}::int`.execute(this.#db);
    return rows.map((row) => ({
      spec: {
        personaId: row.persona_id,
        personaUid: row.uid,
        generation: row.generation,
        embeddingIdentity: row.embedding_identity,
        dimensions: row.dimensions,
      },
      grant: toGrant(row),
    }));
  }
}

const toGrant = (row: Row): ReadGrant => ({
  url: row.url,
  collection: row.collection,
  epoch: row.collection_epoch,
  token: row.read_token,
  expiresAt: row.read_token_expires_at,
});
