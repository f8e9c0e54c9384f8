import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Migrator, sql, type Kysely } from 'kysely';
import { openDatabase, type Schema } from '../src/index.ts';
import { migrations } from '../src/migrations/index.ts';
import { canTestPostgres, newTestDatabase, type TestDatabase } from '../src/testing.ts';

const place = { url: process.env['PERSONATE_TEST_POSTGRES_URL'] };
const suite = (await canTestPostgres('migrations from each earlier version', place))
  ? describe
  : describe.skip;
const names = Object.keys(migrations);

/** As far as a version that ended with this migration had come. */
async function migrateTo(kysely: Kysely<Schema>, last: string): Promise<void> {
  const upTo = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= last));
  const { error } = await new Migrator({
    db: kysely,
    provider: { getMigrations: () => Promise.resolve(upTo) },
    migrationTableSchema: 'records',
  }).migrateToLatest();
  if (error instanceof Error) throw error;
}

/** Rows as the first versions wrote them, by the migration that made their table. */
const rows: ReadonlyArray<readonly [string, string]> = [
  [
    '0001',
    `insert into records.persona (id, name, head_version, knowledge_revision, serving_generation) values ('vera', 'Vera', 1, 3, 1)`,
  ],
  [
    '0001',
    `insert into records.persona_version (persona_id, version, document, origin, note) values ('vera', 1, '{"id": "vera"}', 'operator', 'made')`,
  ],
  [
    '0001',
    `insert into records.persona_proposal (proposal_id, persona_id, base_version, document, origin, note) values (gen_random_uuid(), 'vera', 1, '{}', 'derive', 'drafted')`,
  ],
  [
    '0001',
    `insert into records.conversation values ('00000000-0000-4000-8000-000000000001', 'vera', 'admin', 'tom', 'Boats', '2026-01-01Z', '2026-01-01Z')`,
  ],
  ['0001', `insert into records.turn_counter values ('vera', 1)`],
  [
    '0001',
    `insert into records.turn (turn_id, conversation_id, persona_id, sequence, user_id, question, answer, status, extension, evidence, history_digest, created_at)
    values ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'vera', 1, 'tom', 'Where?', 'Here.', 'complete', '{}', '[]', 'd', '2026-01-01Z')`,
  ],
  [
    '0001',
    `insert into records.memory (memory_id, persona_id, user_id, text, quote, kind, trust, status, source_turn_id, created_at)
    values (gen_random_uuid(), 'vera', 'tom', 'Tom has a dog.', 'my dog', 'fact', 'told', 'active', '00000000-0000-4000-8000-000000000002', '2026-01-01Z')`,
  ],
  [
    '0001',
    `insert into records.api_key (key_id, name, digest, scopes, vouches_for_user, inline_citations, audience) values ('k', 'site', '\\x01', '{chat}', true, false, '{}')`,
  ],
  ['0001', `insert into records.evolution_cursor (persona_id, sequence) values ('vera', 1)`],
  [
    '0001',
    `insert into records.evolution_run (run_id, persona_id, from_sequence, to_sequence, status, steps)
    values ('00000000-0000-4000-8000-000000000006', 'vera', 0, 1, 'done', '{"observe": "my dog"}')`,
  ],
  [
    '0001',
    `insert into records.ingestion_job (ingestion_id, persona_id, status, options, file_name, path, progress)
    values ('00000000-0000-4000-8000-000000000003', 'vera', 'done', '{}', 'x.jsonl', '/x.jsonl', '{}')`,
  ],
  [
    '0001',
    `insert into records.knowledge_generation (persona_id, generation, embedding_identity, dimensions, status) values ('vera', 1, 'i', 3, 'serving')`,
  ],
  [
    '0002',
    `insert into corpus.document (document_key, persona_id, source_id, external_id, hash, document, passages_version, ingestion_id)
    values ('00000000-0000-5000-8000-000000000004', 'vera', 's', 'boat', 'h', '{"text": "a boat"}', 'p1', '00000000-0000-4000-8000-000000000003')`,
  ],
  [
    '0002',
    `insert into corpus.passage (passage_id, document_key, persona_id, source_id, external_id, ordinal, passage)
    values ('00000000-0000-5000-8000-000000000005', '00000000-0000-5000-8000-000000000004', 'vera', 's', 'boat', 0, '{"text": "a boat"}')`,
  ],
  [
    '0002',
    `insert into corpus.projected (persona_id, generation, document_key, revision) values ('vera', 1, '00000000-0000-5000-8000-000000000004', 1)`,
  ],
  ['0002', `insert into corpus.embedding values ('vera', 'i', 'h', '\\x00')`],
];

suite('an upgrade', () => {
  let server: TestDatabase;
  let fresh: string[];
  beforeAll(async () => {
    server = await newTestDatabase(place);
    fresh = await onNew((kysely) => schemaOf(kysely), names.at(-1) ?? '');
  }, 60_000);
  afterAll(() => server?.stop());

  async function onNew<Result>(
    work: (kysely: Kysely<Schema>) => Promise<Result>,
    last: string,
  ): Promise<Result> {
    const database = await newTestDatabase({ url: server.url });
    const opened = await openDatabase({ kind: 'postgres', url: database.url, migrate: false });
    try {
      await migrateTo(opened.kysely, last);
      const result = await work(opened.kysely);
      await opened.close();
      return result;
    } finally {
      await opened.close();
      await database.stop();
    }
  }

  it.each(names.slice(0, -1))(
    'from %s keeps every row, and ends at the schema of a new database',
    async (from) => {
      const [was, is, schema] = await onNew(async (kysely) => {
        for (const [since, statement] of rows)
          if (since <= from) await sql.raw(statement).execute(kysely);
        const before = await contentOf(kysely);
        await migrateTo(kysely, names.at(-1) ?? '');
        return [before, await contentOf(kysely), await schemaOf(kysely)] as const;
      }, from);
      expect(Object.keys(was).length).toBeGreaterThan(0);
      for (const [table, kept] of Object.entries(was))
        for (const [i, row] of kept.entries()) expect(is[table]?.[i]).toMatchObject(row);
      expect(schema).toEqual(fresh);
    },
  );

  it('empties the notes of runs that have ended, and leaves those of one under way', async () => {
    const steps = await onNew(async (kysely) => {
      for (const [since, statement] of rows)
        if (since === '0001') await sql.raw(statement).execute(kysely);
      await sql`
        insert into records.evolution_run (run_id, persona_id, from_sequence, to_sequence, steps)
        values ('00000000-0000-4000-8000-000000000007', 'vera', 1, 2, '{"observe": "my cat"}')`.execute(
        kysely,
      );
      await migrateTo(kysely, names.at(-1) ?? '');
      return kysely
        .selectFrom('records.evolution_run')
        .select(['status', 'steps'])
        .orderBy('run_id')
        .execute();
    }, '0018-moves');
    expect(steps).toEqual([
      { status: 'done', steps: {} },
      { status: 'started', steps: { observe: 'my cat' } },
    ]);
  });

  it('leaves one of several erasures that were open for one target', async () => {
    const open = await onNew(async (kysely) => {
      await sql`
        insert into records.erasure (erasure_id, scope, user_id, salt, digest, status, requested_by) values
          (gen_random_uuid(), 'user', 'tom', '1', '', 'done', 'k'), (gen_random_uuid(), 'user', 'tom', '2', '', 'open', 'k'),
          (gen_random_uuid(), 'user', 'tom', '3', '', 'open', 'k'), (gen_random_uuid(), 'user', 'ann', '4', '', 'open', 'k')`.execute(
        kysely,
      );
      await migrateTo(kysely, names.at(-1) ?? '');
      return kysely.selectFrom('records.erasure').select('salt').orderBy('number').execute();
    }, '0020-what-a-run-rests-on');
    expect(open.map(({ salt }) => salt)).toEqual(['1', '2', '4']);
  });

  it('refuses a database that a newer version was at, and changes nothing in it', async () => {
    const database = await newTestDatabase({ url: server.url });
    const options = { kind: 'postgres', url: database.url } as const;
    const newer = await openDatabase(options);
    await newer.pool.query(
      `insert into records.kysely_migration (name, timestamp) values ('9999-of-later', 'x')`,
    );
    await newer.close();
    await expect(openDatabase(options)).rejects.toMatchObject({
      code: 'database.newer',
      message: expect.stringContaining('9999-of-later'),
    });
    // During a rolling upgrade services of before run on it.
    await (await openDatabase({ ...options, migrate: 'check' })).close();
    await database.stop();
  });
});

/**
 * Columns that a later migration means to change: what was projected before anything was counted is projected again, and
 * ended runs keep no words.
 */
const moved = new Set(['corpus.projected.revision', 'records.evolution_run.steps']);

async function contentOf(
  kysely: Kysely<Schema>,
): Promise<Record<string, Array<Record<string, unknown>>>> {
  const { rows: tables } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname in ('records', 'corpus') and tablename not like 'kysely%'`.execute(kysely);
  const content: Record<string, Array<Record<string, unknown>>> = {};
  for (const { name } of tables) {
    const { rows: found } = await sql
      .raw<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${name} t order by 1`)
      .execute(kysely);
    content[name] = found.map(({ row }) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !moved.has(`${name}.${column}`))),
    );
  }
  return content;
}

/** Columns, constraints, indexes and triggers, as Postgres tells them. */
async function schemaOf(kysely: Kysely<Schema>): Promise<string[]> {
  const { rows: told } = await sql<{ line: string }>`
    select format('%s.%s.%s %s %s %s', table_schema, table_name, column_name, data_type, is_nullable, column_default) as line
      from information_schema.columns where table_schema in ('records', 'corpus', 'serving')
    union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace::regnamespace::text in ('records', 'corpus', 'serving')
    union all select indexdef from pg_indexes where schemaname in ('records', 'corpus', 'serving')
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    order by 1`.execute(kysely);
  return told.map(({ line }) => line);
}
