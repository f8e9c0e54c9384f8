import {
  ExpectedError,
  personaMissing,
  type KnowledgeManifest,
  type KnowledgeManifestDiff,
  type KnowledgeRevision,
} from '@personate/contracts';
import { sql } from 'kysely';
import type { Db } from './db.ts';
import { changeOf, entryOf, type ChangeRow, type EntryRow } from './manifest-rows.ts';

export interface ManifestPage {
  /** The last document key seen. */
  after?: string;
  limit: number;
}

const nobodysKey = '00000000-0000-0000-0000-000000000000';

/** What each knowledge revision of a persona names: documents by hash, never their text. */
export class RevisionRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** @param page.revision absent: the newest. @throws personaMissing; ExpectedError `knowledge.revision-unknown`. */
  async manifest(
    personaId: string,
    page: ManifestPage & { revision?: number },
  ): Promise<KnowledgeManifest> {
    const at = await this.#revision(personaId, page.revision);
    const { rows } = await sql<EntryRow>`
      select v.document_key, d.source_id, d.external_id, v.hash, v.from_revision, v.ingestion_id
      from corpus.document_version v join corpus.document d using (document_key)
      where v.persona_id = ${personaId} and v.document_key > ${page.after ?? nobodysKey}::uuid
        and ${standsAt(at.revision)}
      order by v.document_key limit ${page.limit + 1}::int`.execute(this.#db);
    const totals = await this.#totals(personaId, at.revision, page.after === undefined);
    const { items, next } = pageOf(rows.map(entryOf), page);
    return { ...at, personaId, ...totals, items, next };
  }

  /** From one revision to another, in either direction. @throws as `manifest`. */
  async diff(
    personaId: string,
    page: ManifestPage & { from: number; to: number },
  ): Promise<KnowledgeManifestDiff> {
    const [from, to] = [
      await this.#revision(personaId, page.from),
      await this.#revision(personaId, page.to),
    ];
    const changes = changesBetween(personaId, from.revision, to.revision);
    const { rows } = await sql<ChangeRow>`
      select c.*, d.source_id, d.external_id from (${changes}) c join corpus.document d using (document_key)
      where c.document_key > ${page.after ?? nobodysKey}::uuid
      order by c.document_key limit ${page.limit + 1}::int`.execute(this.#db);
    const { rows: counted } = await sql<{ change: ChangeRow['change']; n: number }>`
      select change, count(*)::int as n from (${changes}) c group by change`.execute(this.#db);
    const counts = { added: 0, changed: 0, removed: 0, rechunked: 0 };
    for (const { change, n } of counted) counts[change] = n;
    const { items, next } = pageOf(rows.map(changeOf), page);
    return { personaId, from, to, counts, items, next };
  }

  async #totals(
    personaId: string,
    revision: number,
    withDigest: boolean,
  ): Promise<{ documents: number; digest: string | null }> {
    const digest = withDigest
      ? sql`encode(sha256(convert_to(coalesce(string_agg(concat_ws(e'\t', d.source_id, d.external_id, v.hash), e'\n'
          order by concat_ws(e'\t', d.source_id, d.external_id, v.hash) collate "C"), ''), 'UTF8')), 'hex')`
      : sql`null`;
    const { rows } = await sql<{ documents: number; digest: string | null }>`
      select count(*)::int as documents, ${digest} as digest
      from corpus.document_version v join corpus.document d using (document_key)
      where v.persona_id = ${personaId} and ${standsAt(revision)}`.execute(this.#db);
    return rows[0] ?? { documents: 0, digest: null };
  }

  async #revision(personaId: string, asked: number | undefined): Promise<KnowledgeRevision> {
    const { rows } = await sql<{
      head: string;
      first: string | null;
      at: Date | null;
      cause: KnowledgeRevision['cause'] | null;
      ingestion_id: string | null;
    }>`
      select p.knowledge_revision as head, r.at, r.cause, r.ingestion_id,
        (select min(revision) from corpus.revision f where f.persona_id = p.id) as first
      from records.persona p
      left join corpus.revision r on r.persona_id = p.id
        and r.revision = coalesce(${asked ?? null}::bigint, p.knowledge_revision)
      where p.id = ${personaId}`.execute(this.#db);
    const row = rows[0];
    if (row === undefined) throw personaMissing(personaId);
    const revision = asked ?? Number(row.head);
    if (revision === 0) return { revision, at: null, cause: 'empty', ingestionId: null };
    if (row.cause === null || row.at === null)
      throw unknown(personaId, revision, Number(row.first ?? 0), Number(row.head));
    return {
      revision,
      at: row.at.toISOString(),
      cause: row.cause,
      ingestionId: row.ingestion_id,
    };
  }
}

const standsAt = (revision: number) =>
  sql`v.from_revision <= ${revision}::bigint and (v.to_revision is null or v.to_revision > ${revision}::bigint)`;

/** Only documents that something happened to between the two are looked at. */
function changesBetween(personaId: string, from: number, to: number) {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const side = (revision: number) => sql`
    select v.document_key, v.hash, v.passages_version, v.from_revision, v.ingestion_id
    from corpus.document_version v join moved using (document_key)
    where v.persona_id = ${personaId} and ${standsAt(revision)}`;
  return sql`
    with moved as (
      select document_key from corpus.document_version
      where persona_id = ${personaId} and from_revision > ${low}::bigint and from_revision <= ${high}::bigint
      union
      select document_key from corpus.document_version
      where persona_id = ${personaId} and to_revision > ${low}::bigint and to_revision <= ${high}::bigint),
    old as (${side(from)}), new as (${side(to)})
    select document_key,
      case when old.hash is null then 'added' when new.hash is null then 'removed'
        when old.hash <> new.hash then 'changed' else 'rechunked' end as change,
      old.hash as old_hash, old.from_revision as old_since, old.ingestion_id as old_job,
      new.hash as new_hash, new.from_revision as new_since, new.ingestion_id as new_job
    from old full outer join new using (document_key)
    where old.hash is distinct from new.hash or old.passages_version is distinct from new.passages_version`;
}

/** One more than the page holds was asked for, to know whether there is another page. */
function pageOf<Item extends { documentKey: string }>(
  found: readonly Item[],
  { limit }: ManifestPage,
): { items: Item[]; next: string | null } {
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.documentKey ?? null) : null };
}

function unknown(personaId: string, revision: number, first: number, head: number): ExpectedError {
  return new ExpectedError(
    'missing',
    'knowledge.revision-unknown',
    `"${personaId}" has no recorded knowledge revision ${revision}.`,
    {
      fix:
        head === 0
          ? 'Nothing was ingested yet: it is at revision 0.'
          : `Ask for 0, or one from ${first} to ${head}; the record begins there.`,
      param: 'revision',
    },
  );
}
