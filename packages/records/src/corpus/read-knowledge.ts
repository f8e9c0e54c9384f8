import { documentSchema, passageSchema, type Document, type Passage } from '@personate/contracts';
import { sql } from 'kysely';
import type { Db } from './db.ts';

export interface KnownPassage {
  passage: Pick<Passage, 'ordinal' | 'text' | 'headings'>;
  /** Little-endian floats in base64; null where no vector of that identity is kept. */
  embedding: { textHash: string; vector: string } | null;
}

export interface KnowledgeItem {
  document: Document;
  passages: KnownPassage[];
}

interface Row {
  document_key: string;
  document: unknown;
  passages: Array<{ passage: unknown; hash: string | null; vector: string | null }>;
}

const pageSize = 100;
const readPassageSchema = passageSchema.pick({ ordinal: true, text: true, headings: true });

/**
 * Documents that stand with their passages, by key, in pages: memory does not grow with them.
 * @param identity whose vectors to read along; null: none.
 */
export async function* readKnowledge(
  db: Db,
  personaId: string,
  identity: string | null,
): AsyncGenerator<KnowledgeItem> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<Row>`
      with page as (
        select document_key, document from corpus.document
        where persona_id = ${personaId} and deleted_at is null and document_key > ${last}::uuid
        order by document_key limit ${pageSize})
      select page.document_key, page.document, coalesce((
        select jsonb_agg(jsonb_build_object('passage', p.passage, 'hash', e.text_hash,
          'vector', translate(encode(e.vector, 'base64'), e'\n', '')) order by p.ordinal)
        from corpus.passage p
        left join corpus.passage_embedding r on r.passage_id = p.passage_id and r.identity = ${identity ?? ''}
        left join corpus.embedding e on e.persona_id = ${personaId} and e.identity = r.identity and e.text_hash = r.text_hash
        where p.document_key = page.document_key), '[]'::jsonb) as passages
      from page order by page.document_key`.execute(db);
    for (const row of rows) {
      yield {
        document: documentSchema.parse(row.document),
        passages: row.passages.map(({ passage, hash, vector }) => ({
          passage: readPassageSchema.parse(passage),
          embedding: hash === null || vector === null ? null : { textHash: hash, vector },
        })),
      };
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < pageSize) return;
    last = end.document_key;
  }
}
