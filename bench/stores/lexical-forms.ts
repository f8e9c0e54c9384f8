import {
  sparseQuery,
  sparseVector,
  type EmbeddedPassage,
  type SparseVector,
} from '../../packages/knowledge/src/index.ts';
import type { SqlPool, SqlQueryable } from '../../packages/knowledge-pgvector/src/index.ts';

/** A way to hold BM25's document side in Postgres and to find the best passages by it. */
export interface LexicalForm {
  name: string;
  /** More passages take too long. */
  upTo?: number;
  create(pool: SqlPool): Promise<void>;
  write(pool: SqlPool, from: number, passages: readonly EmbeddedPassage[]): Promise<void>;
  remove(pool: SqlPool, slots: readonly number[]): Promise<void>;
  settle(pool: SqlPool): Promise<void>;
  /** Slots of the best 30, the best first. */
  search(on: SqlQueryable, terms: ReadonlyMap<string, number>): Promise<number[]>;
}

export const averageLength = 20;
/** pgvector's sparse vectors take fewer dimensions than a term has numbers. */
const sparseDimensions = 1_000_000_000;

/** Dimensions count from 1, in the text as in the vector. */
export function sparseText({ indices, values }: SparseVector): string {
  const folded = new Map<number, number>();
  for (const [i, index] of indices.entries()) {
    const dimension = (index % sparseDimensions) + 1;
    folded.set(dimension, (folded.get(dimension) ?? 0) + (values[i] ?? 0));
  }
  const entries = [...folded].toSorted(([a], [b]) => a - b);
  return `{${entries.map(([dimension, value]) => `${dimension}:${value}`).join(',')}}/${sparseDimensions}`;
}

const signed = (id: number): number => id | 0;
const slotsOf = (rows: unknown[]): number[] =>
  (rows as Array<{ slot: number }>).map(({ slot }) => slot);

function sparseForm(name: string, index: string | null, gin: boolean): LexicalForm {
  const table = `lexical_${name.replaceAll(/\W/g, '_')}`;
  return {
    name,
    ...(index === null ? {} : { upTo: 10_000 }),
    async create(pool) {
      await pool.query(`create table ${table} (slot int primary key, audience text[] not null,
        ${gin ? 'terms int[] not null,' : ''} vector sparsevec(${sparseDimensions}) not null)`);
    },
    async write(pool, from, passages) {
      const vectors = passages.map((passage) => sparseVector(passage, averageLength));
      await pool.query(
        `insert into ${table} select ${from} + (ordinality - 1)::int, array(select jsonb_array_elements_text(audience)),
           ${gin ? 'array(select jsonb_array_elements_text(terms)::int),' : ''} vector::sparsevec
         from rows from (unnest($1::text[]), jsonb_array_elements($2::jsonb), jsonb_array_elements($3::jsonb)) with ordinality
           as t(vector, audience, terms, ordinality)`,
        [
          vectors.map(sparseText),
          JSON.stringify(passages.map(({ audience }) => audience)),
          JSON.stringify(vectors.map(({ indices }) => indices.map(signed))),
        ],
      );
    },
    async remove(pool, slots) {
      await pool.query(`delete from ${table} where slot = any($1::int[])`, [[...slots]]);
    },
    async settle(pool) {
      if (index !== null) await pool.query(`create index on ${table} using ${index}`);
      if (gin) await pool.query(`create index on ${table} using gin (terms)`);
      await pool.query(`vacuum analyze ${table}`);
    },
    async search(pool, terms) {
      const query = sparseQuery(terms);
      const { rows } = await pool.query(
        `select slot from ${table} where audience && '{public}' ${gin ? 'and terms && $2::int[]' : ''}
         order by vector <#> $1::sparsevec limit 30`,
        [sparseText(query), ...(gin ? [query.indices.map(signed)] : [])],
      );
      return slotsOf(rows);
    },
  };
}

const postings: LexicalForm = {
  name: 'postings table',
  async create(pool) {
    await pool.query(
      'create table postings_passage (slot int primary key, audience text[] not null)',
    );
    await pool.query(
      'create table postings (term int not null, slot int not null, weight real not null, primary key (term, slot) include (weight))',
    );
    await pool.query('create index on postings (slot)');
  },
  async write(pool, from, passages) {
    await pool.query(
      `insert into postings_passage select ${from} + (ordinality - 1)::int, array(select jsonb_array_elements_text(audience))
       from jsonb_array_elements($1::jsonb) with ordinality as t(audience, ordinality)`,
      [JSON.stringify(passages.map(({ audience }) => audience))],
    );
    const rows = passages.flatMap((passage, i) => {
      const { indices, values } = sparseVector(passage, averageLength);
      return indices.map((index, at) => [signed(index), from + i, values[at] ?? 0] as const);
    });
    await pool.query(
      'insert into postings select * from unnest($1::int[], $2::int[], $3::real[])',
      [0, 1, 2].map((column) => rows.map((row) => row[column])),
    );
  },
  async remove(pool, slots) {
    await pool.query('delete from postings where slot = any($1::int[])', [[...slots]]);
    await pool.query('delete from postings_passage where slot = any($1::int[])', [[...slots]]);
  },
  async settle(pool) {
    await pool.query('vacuum analyze postings');
    await pool.query('vacuum analyze postings_passage');
  },
  async search(pool, terms) {
    const { indices, values } = sparseQuery(terms);
    const { rows } = await pool.query(
      `select s.slot from (
         select p.slot, sum(p.weight * q.weight) as score
         from unnest($1::int[], $2::real[]) as q(term, weight) join postings p on p.term = q.term
         group by p.slot) s join postings_passage g on g.slot = s.slot and g.audience && '{public}'
       order by s.score desc limit 30`,
      [indices.map(signed), values],
    );
    return slotsOf(rows);
  },
};

/** Slots of one row of the arrays. */
const block = 1024;

const arrays: LexicalForm = {
  name: 'postings in arrays',
  async create(pool) {
    await pool.query(
      'create table arrays_passage (slot int primary key, audience text[] not null)',
    );
    await pool.query(
      'create table arrays (term int not null, block int not null, slots int[] not null, weights real[] not null, primary key (term, block))',
    );
  },
  async write(pool, from, passages) {
    await pool.query(
      `insert into arrays_passage select ${from} + (ordinality - 1)::int, array(select jsonb_array_elements_text(audience))
       from jsonb_array_elements($1::jsonb) with ordinality as t(audience, ordinality)`,
      [JSON.stringify(passages.map(({ audience }) => audience))],
    );
    const rows = passages.flatMap((passage, i) => {
      const { indices, values } = sparseVector(passage, averageLength);
      return indices.map((index, at) => [signed(index), from + i, values[at] ?? 0] as const);
    });
    await pool.query(
      `insert into arrays as a select term, slot / ${block}, array_agg(slot), array_agg(weight)
       from unnest($1::int[], $2::int[], $3::real[]) as t(term, slot, weight) group by 1, 2
       on conflict (term, block) do update set slots = a.slots || excluded.slots, weights = a.weights || excluded.weights`,
      [0, 1, 2].map((column) => rows.map((row) => row[column])),
    );
  },
  // The entries stay and find no passage any more.
  async remove(pool, slots) {
    await pool.query('delete from arrays_passage where slot = any($1::int[])', [[...slots]]);
  },
  async settle(pool) {
    await pool.query('vacuum analyze arrays');
    await pool.query('vacuum analyze arrays_passage');
  },
  async search(pool, terms) {
    const { indices, values } = sparseQuery(terms);
    const { rows } = await pool.query(
      `select s.slot from (
         select p.slot, sum(p.weight * q.weight) as score
         from unnest($1::int[], $2::real[]) as q(term, weight) join arrays a on a.term = q.term,
           unnest(a.slots, a.weights) as p(slot, weight)
         group by p.slot) s join arrays_passage g on g.slot = s.slot and g.audience && '{public}'
       order by s.score desc limit 30`,
      [indices.map(signed), values],
    );
    return slotsOf(rows);
  },
};

const fullText: LexicalForm = {
  name: 'ts_rank (for comparison)',
  async create(pool) {
    await pool.query(
      `create table fulltext (slot int primary key, audience text[] not null, text text not null,
         words tsvector generated always as (to_tsvector('english', text)) stored)`,
    );
  },
  async write(pool, from, passages) {
    await pool.query(
      `insert into fulltext select ${from} + (ordinality - 1)::int, array(select jsonb_array_elements_text(audience)), text
       from rows from (unnest($1::text[]), jsonb_array_elements($2::jsonb)) with ordinality as t(text, audience, ordinality)`,
      [passages.map(({ text }) => text), JSON.stringify(passages.map(({ audience }) => audience))],
    );
  },
  async remove(pool, slots) {
    await pool.query('delete from fulltext where slot = any($1::int[])', [[...slots]]);
  },
  async settle(pool) {
    await pool.query('create index on fulltext using gin (words)');
    await pool.query('vacuum analyze fulltext');
  },
  async search(pool, terms) {
    const { rows } = await pool.query(
      `select slot from fulltext, to_tsquery('simple', $1) q where words @@ q and audience && '{public}'
       order by ts_rank(words, q) desc limit 30`,
      [[...terms.keys()].join(' | ')],
    );
    return slotsOf(rows);
  },
};

export const lexicalForms: readonly LexicalForm[] = [
  sparseForm('sparsevec, scanned', null, false),
  sparseForm('sparsevec, HNSW', 'hnsw (vector sparsevec_ip_ops)', false),
  sparseForm('sparsevec behind GIN', null, true),
  postings,
  arrays,
  fullText,
];
