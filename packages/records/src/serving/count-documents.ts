import { sql, type Transaction } from 'kysely';
import { toJson } from '../to-json.ts';
import type { DocumentTally } from './document-tally.ts';

export interface CountInput {
  personaId: string;
  generation: number;
  documents: ReadonlyArray<{ documentKey: string; tally: DocumentTally }>;
}

/**
 * Takes what these documents added before out of the generation's statistics and adds what they hold now. To be
 * called in the transaction that then replaces their tallies in `corpus.projected`.
 *
 * @returns whether the first or the last time may be gone: `settleSpan` finds the new ones, after the replacement
 */
export async function countDocuments(
  trx: Transaction<unknown>,
  input: CountInput,
): Promise<boolean> {
  // The row is locked until the commit: those who count one generation go one after the other.
  const { rows } = await sql<{ serving_id: string }>`
    insert into serving.generation as g (persona_uid, generation)
    select uid, ${input.generation}::int from records.persona where id = ${input.personaId}
    on conflict (persona_uid, generation) do update set generation = g.generation
    returning serving_id`.execute(trx);
  const servingId = rows[0]?.serving_id;
  if (servingId === undefined) return false;
  const changes = changesOf(input);
  await countTerms(trx, servingId, changes);
  await countAuthors(trx, servingId, changes);
  await countGroups(trx, servingId, changes);
  return countWhole(trx, servingId, changes);
}

type Changes = ReturnType<typeof changesOf>;

/** Tallies that come with sign 1, and those that they replace with sign -1, as a table expression. */
function changesOf({ personaId, generation, documents }: CountInput) {
  const given = toJson(documents.map(({ documentKey, tally }) => ({ key: documentKey, tally })));
  return sql`(
    with given as (select key, tally from jsonb_to_recordset(${given}::jsonb) as g(key uuid, tally jsonb))
    select tally, 1 as sign from given
    union all
    select p.tally, -1 from corpus.projected p join given on given.key = p.document_key
    where p.persona_id = ${personaId} and p.generation = ${generation}::int and p.tally is not null)`;
}

async function countTerms(trx: Transaction<unknown>, id: string, changes: Changes): Promise<void> {
  await sql`
    insert into serving.term as t (serving_id, term, passages)
    select ${id}::bigint, e.key, sum(sign * e.value::int) from ${changes} c, jsonb_each_text(c.tally->'terms') e
    group by e.key having sum(sign * e.value::int) <> 0
    on conflict (serving_id, term) do update set passages = t.passages + excluded.passages`.execute(
    trx,
  );
  await sql`
    delete from serving.term where serving_id = ${id}::bigint and passages <= 0
      and term in (select e.key from ${changes} c, jsonb_each(c.tally->'terms') e where sign < 0)`.execute(
    trx,
  );
}

async function countAuthors(
  trx: Transaction<unknown>,
  id: string,
  changes: Changes,
): Promise<void> {
  const named = sql`${changes} c, jsonb_to_recordset(c.tally->'authors') as a(name text, words jsonb, passages int),
    jsonb_array_elements_text(a.words) as word`;
  await sql`
    insert into serving.author as t (serving_id, word, name, passages)
    select ${id}::bigint, word, a.name, sum(sign * a.passages) from ${named}
    group by word, a.name having sum(sign * a.passages) <> 0
    on conflict (serving_id, word, name) do update set passages = t.passages + excluded.passages`.execute(
    trx,
  );
  await sql`
    delete from serving.author where serving_id = ${id}::bigint and passages <= 0
      and (word, name) in (select word, a.name from ${named} where sign < 0)`.execute(trx);
}

async function countGroups(trx: Transaction<unknown>, id: string, changes: Changes): Promise<void> {
  await sql`
    insert into serving.passage_group as t (serving_id, kind, source_id, passages)
    select ${id}::bigint, g.kind, g."sourceId", sum(sign * g.passages)
    from ${changes} c, jsonb_to_recordset(c.tally->'groups') as g(kind text, "sourceId" text, passages int)
    group by g.kind, g."sourceId" having sum(sign * g.passages) <> 0
    on conflict (serving_id, kind, source_id) do update set passages = t.passages + excluded.passages`.execute(
    trx,
  );
  await sql`delete from serving.passage_group where serving_id = ${id}::bigint and passages <= 0`.execute(
    trx,
  );
}

async function countWhole(
  trx: Transaction<unknown>,
  id: string,
  changes: Changes,
): Promise<boolean> {
  const { rows } = await sql<{ ends_gone: boolean }>`
    with changed as (
      select sum(sign * (tally->>'passages')::int)::int as passages, sum(sign * (tally->>'length')::bigint)::bigint as length,
        sum(sign) filter (where (tally->>'passages')::int > 0)::int as documents,
        min((tally->>'firstAt')::timestamptz) filter (where sign > 0) as first_at,
        max((tally->>'lastAt')::timestamptz) filter (where sign > 0) as last_at,
        min((tally->>'firstAt')::timestamptz) filter (where sign < 0) as first_gone,
        max((tally->>'lastAt')::timestamptz) filter (where sign < 0) as last_gone
      from ${changes} c)
    update serving.generation g set passages = g.passages + changed.passages, length = g.length + changed.length,
      documents = g.documents + coalesce(changed.documents, 0),
      first_at = least(g.first_at, changed.first_at), last_at = greatest(g.last_at, changed.last_at)
    from changed where g.serving_id = ${id}::bigint and changed.passages is not null
    returning (changed.first_gone <= g.first_at and changed.first_at is distinct from g.first_at)
      or (changed.last_gone >= g.last_at and changed.last_at is distinct from g.last_at) as ends_gone`.execute(
    trx,
  );
  return rows[0]?.ends_gone === true;
}

/** The time that the generation spans, from all its tallies. */
export async function settleSpan(
  trx: Transaction<unknown>,
  { personaId, generation }: { personaId: string; generation: number },
): Promise<void> {
  await sql`
    update serving.generation g set first_at = span.first_at, last_at = span.last_at
    from records.persona p, (
      select min((tally->>'firstAt')::timestamptz) as first_at, max((tally->>'lastAt')::timestamptz) as last_at
      from corpus.projected where persona_id = ${personaId} and generation = ${generation}::int) span
    where p.id = ${personaId} and g.persona_uid = p.uid and g.generation = ${generation}::int`.execute(
    trx,
  );
}
