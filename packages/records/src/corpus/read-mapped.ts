import { latestMs, passageSchema, type Passage } from '@personate/contracts';
import { sql } from 'kysely';
import type { Db } from './db.ts';
import { decodeVector } from './vector-bytes.ts';

export type PassageWithVector = Pick<
  Passage,
  'passageId' | 'documentKey' | 'sourceId' | 'kind' | 'at' | 'language' | 'text' | 'title'
> & { vector: Float32Array | null };

interface Row {
  passage_id: string;
  passage: unknown;
  vector: string | null;
}

const pageSize = 1_000;
const pickedSchema = passageSchema.pick({
  passageId: true,
  documentKey: true,
  sourceId: true,
  kind: true,
  at: true,
  atPrecision: true,
  language: true,
  text: true,
  title: true,
});

/** Passages that one of these groups may see, by id (which is as good as at random), with one embedder's vectors. */
export async function* readMapped(
  db: Db,
  input: {
    personaId: string;
    identity: string;
    audience: readonly string[];
    /** Nothing later (an instant). */
    asOf?: string;
  },
): AsyncGenerator<PassageWithVector> {
  const { personaId, identity, audience } = input;
  const latest = input.asOf === undefined ? Infinity : Date.parse(input.asOf);
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<Row>`
      select p.passage_id, p.passage, encode(e.vector, 'base64') as vector
      from corpus.passage p
      left join corpus.passage_embedding r on r.passage_id = p.passage_id and r.identity = ${identity}
      left join corpus.embedding e on e.persona_id = p.persona_id and e.identity = r.identity and e.text_hash = r.text_hash
      where p.persona_id = ${personaId} and p.passage_id > ${last}::uuid
        and jsonb_exists_any(p.passage->'audience', ${audience}::text[])
        and (p.at is null or p.at <= coalesce(${input.asOf ?? null}::timestamptz, 'infinity'))
      order by p.passage_id limit ${pageSize}`.execute(db);
    for (const { passage, vector } of rows) {
      const { atPrecision, ...picked } = pickedSchema.parse(passage);
      // As recall has it: "June" is known when June is over. The column says when it began.
      if (picked.at !== undefined && latestMs(picked.at, atPrecision) > latest) continue;
      yield { ...picked, vector: vector === null ? null : decodeVector(vector) };
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < pageSize) return;
    last = end.passage_id;
  }
}
