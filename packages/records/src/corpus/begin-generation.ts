import { ExpectedError, personaMissing } from '@personate/contracts';
import { sql } from 'kysely';
import type { Db } from './db.ts';

export interface NewGeneration {
  purpose: 'migrate' | 'rebuild';
  identity: string;
  dimensions: number;
}

interface Row {
  generation: number;
  status: string;
  embedding_identity: string;
}

/** One at a time. Where one of this embedding is kept from before, it is taken up again instead of made anew. */
export async function beginGeneration(
  db: Db,
  personaId: string,
  { purpose, identity, dimensions }: NewGeneration,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    // Held to the end: two that begin at once go one after the other.
    const { rows: personas } = await sql`
      select 1 from records.persona where id = ${personaId} for update`.execute(trx);
    if (personas.length === 0) throw personaMissing(personaId);
    const { rows } = await sql<Row>`
      select generation, status, embedding_identity from records.knowledge_generation
      where persona_id = ${personaId} order by generation desc`.execute(trx);
    const building = rows.find(({ status }) => status === 'building');
    if (building !== undefined) throw underWay(personaId, building.generation);
    const serving = rows.find(({ status }) => status === 'serving');
    if (serving === undefined) throw empty(personaId);
    if (purpose === 'migrate' && serving.embedding_identity === identity)
      throw sameEmbedder(personaId, identity);
    const kept = rows.find(
      (row) => row.status === 'retired' && row.embedding_identity === identity,
    );
    if (purpose === 'migrate' && kept !== undefined) {
      await sql`
        update records.knowledge_generation set status = 'building', purpose = 'migrate', stopped = false,
          failures = 0, error = null, retired_at = null,
          progress = '{"phase": "waiting", "documents": 0, "total": 0}'
        where persona_id = ${personaId} and generation = ${kept.generation}::int`.execute(trx);
      return kept.generation;
    }
    const generation = (rows[0]?.generation ?? 0) + 1;
    await sql`
      insert into records.knowledge_generation (persona_id, generation, embedding_identity, dimensions, status, purpose)
      values (${personaId}, ${generation}::int, ${identity}, ${dimensions}::int, 'building', ${purpose})`.execute(
      trx,
    );
    return generation;
  });
}

function underWay(personaId: string, generation: number): ExpectedError {
  return new ExpectedError(
    'conflict',
    'generation.under-way',
    `Generation ${generation} of "${personaId}" is being built already.`,
    {
      fix: `See it with \`personate knowledge migrate ${personaId} --status\`; stop, resume or abandon it first.`,
    },
  );
}

function empty(personaId: string): ExpectedError {
  return new ExpectedError(
    'conflict',
    'knowledge.empty',
    `Persona "${personaId}" has no knowledge yet: there is nothing to build from.`,
    {
      fix: `Ingest something first; what is new is embedded by the first of PERSONATE_EMBEDDING_MODEL.`,
    },
  );
}

function sameEmbedder(personaId: string, identity: string): ExpectedError {
  return new ExpectedError(
    'conflict',
    'generation.same-embedder',
    `The knowledge of "${personaId}" is embedded by ${identity} already.`,
    {
      fix: `Name another one with --embedder, or make its store anew with \`personate knowledge rebuild ${personaId}\`.`,
    },
  );
}
