import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { ingestionOptionsSchema } from '@personate/contracts';
import {
  ensureRoles,
  ErasureRepository,
  EvolutionRepository,
  IngestionRepository,
  openDatabase,
  PersonaRepository,
  RevisionRepository,
  StatisticsRepository,
  type Database,
} from '../src/index.ts';
import { corpusMetadata, recordRights, services, type Service } from '../src/roles/privileges.ts';
import { scramVerifier } from '../src/roles/scram-verifier.ts';
import { canTestPostgres, newTestDatabase, type TestDatabase } from '../src/testing.ts';
import { describeKeys } from './promises/keys.ts';
import { describeTurns } from './promises/turns.ts';
import { personaDocument } from './support/persona-document.ts';

const place = { url: process.env['PERSONATE_TEST_POSTGRES_URL'] };
const suite = (await canTestPostgres('roles of the database', place)) ? describe : describe.skip;

suite('the roles of a cluster', () => {
  // Roles belong to the whole server: these are of this test alone.
  const prefix = `t${randomUUID().slice(0, 8)}`;
  const password = 'a password of 24 letters'.replaceAll(' ', '-');
  const passwords = { gateway: password, ingestion: password, evolution: password };
  let server: TestDatabase;
  let owner: Database;
  const as = new Map<Service, Database>();
  const on = (service: Service): Database => as.get(service) as Database;

  beforeAll(async () => {
    server = await newTestDatabase(place);
    owner = await openDatabase({ kind: 'postgres', url: server.url });
    await owner.pool.query('create schema knowledge');
    await owner.pool.query('create table knowledge.p_before_g1 (body text)');
    await ensureRoles(owner.pool, { prefix, passwords });
    await ensureRoles(owner.pool, { prefix, passwords });
    for (const service of services) {
      const url = new URL(server.url);
      url.username = `${prefix}_${service}`;
      url.password = password;
      as.set(service, await openDatabase({ kind: 'postgres', url: url.href, migrate: false }));
    }
  }, 60_000);
  afterAll(async () => {
    for (const database of as.values()) await database.close();
    for (const service of services) {
      await owner.pool.query(`drop owned by ${prefix}_${service}`);
      await owner.pool.query(`drop role ${prefix}_${service}`);
    }
    await owner.close();
    await server.stop();
  });

  const tablesOf = async (schema: string): Promise<string[]> => {
    const { rows } = await owner.pool.query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = $1 order by 1',
      [schema],
    );
    return rows.map(({ name }) => name);
  };
  const refused = { code: '42501' };
  const createPersona = (service: Service, personaId: string) =>
    new PersonaRepository(on(service).kysely).create(personaDocument(personaId), {
      origin: 'operator',
      note: 'for a test',
    });

  it('decide of every table of the records who may do what', async () => {
    expect(Object.keys(recordRights).toSorted()).toEqual(
      expect.arrayContaining(await tablesOf('records')),
    );
  });

  it('let the gateway read no table that holds texts, and no tally of one', async () => {
    const tables = await tablesOf('corpus');
    expect(tables).toEqual(expect.arrayContaining(['document', 'passage', 'embedding', 'projected'])); // prettier-ignore
    const open = Object.keys(corpusMetadata).filter((table) => table !== 'document');
    for (const service of ['gateway', 'evolution'] as const)
      for (const table of tables.filter((one) => service !== 'gateway' || !open.includes(one)))
        await expect(on(service).pool.query(`select * from corpus.${table}`)).rejects.toMatchObject(
          refused,
        );
    for (const column of ['document', 'hash', '*'])
      await expect(
        on('gateway').pool.query(`select ${column} from corpus.document`),
      ).rejects.toMatchObject(refused);
    expect((await on('ingestion').pool.query('select * from corpus.document')).rows).toEqual([]);
  });

  it('let the gateway name the documents of a revision', async () => {
    const personaId = `p-${randomUUID().slice(0, 8)}`;
    await createPersona('gateway', personaId);
    const revisions = new RevisionRepository(on('gateway').kysely);
    expect(await revisions.manifest(personaId, { limit: 10 })).toMatchObject({
      items: [],
    });
  });

  it('let the gateway read what is counted, and write none of it', async () => {
    for (const table of await tablesOf('serving')) {
      await on('gateway').pool.query(`select * from serving.${table}`);
      await expect(on('gateway').pool.query(`delete from serving.${table}`)).rejects.toMatchObject(
        refused,
      );
    }
    const spec = { personaUid: randomUUID(), generation: 1 };
    const statistics = new StatisticsRepository(on('gateway').kysely);
    const { signal } = new AbortController();
    expect((await statistics.terms(spec, ['apple'], signal)).passages).toBe(0);
  });

  it('let the gateway read knowledge, that of before too, and make or change none', async () => {
    const { pool } = on('gateway');
    expect((await pool.query('select * from knowledge.p_before_g1')).rows).toEqual([]);
    for (const statement of [
      `insert into knowledge.p_before_g1 values ('x')`,
      'drop table knowledge.p_before_g1',
      'create table knowledge.mine (a int)',
      'create table corpus.mine (a int)',
      'create schema mine',
      `alter table knowledge.p_before_g1 add column x int`,
    ])
      await expect(pool.query(statement)).rejects.toMatchObject(refused);
    await on('ingestion').pool.query(`insert into knowledge.p_before_g1 values ('x')`);
    await on('ingestion').pool.query('create table knowledge.p_new_g1 (body text)');
  });

  it('keep keys from who evolves, and each from becoming another', async () => {
    await expect(on('evolution').pool.query('select * from records.api_key')).rejects.toMatchObject(
      refused,
    );
    await expect(on('gateway').pool.query(`set role ${prefix}_ingestion`)).rejects.toMatchObject(
      refused,
    );
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_roles
      where rolname like ${`${prefix}%`} and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)`.execute(
      owner.kysely,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  const insertJob = (columns: string, values: string): string =>
    `insert into records.ingestion_job (ingestion_id, persona_id, options, file_name, progress, ${columns})
     values (gen_random_uuid(), 'asking', '{}', 'x.txt', '{"phase":"queued","documents":0,"passages":0}', ${values})`;
  const refuses = async (service: Service, statements: readonly string[]): Promise<void> => {
    for (const statement of statements)
      await expect(on(service).pool.query(statement)).rejects.toMatchObject(refused);
  };

  it('let the gateway ask for an ingestion of an upload and cancel it, and name no path to be read', async () => {
    await createPersona('gateway', 'asking');
    const ingestions = new IngestionRepository(on('gateway').kysely);
    const asked = {
      personaId: 'asking',
      options: ingestionOptionsSchema.parse({}),
      fileName: 'x.txt',
    };
    const { ingestionId } = await ingestions.create({ ...asked, blobId: 'a', sha256: 'b' });
    await ingestions.requestCancel(ingestionId);
    expect(await ingestions.get(ingestionId)).toMatchObject({ status: 'cancelled' });
    const path = '/personas/asking/x.txt';
    await expect(ingestions.create({ ...asked, path })).rejects.toMatchObject(refused);
    await refuses('gateway', [
      insertJob('path', `'/etc/hostname'`),
      insertJob('blob_id, attempt', `'a', 7`),
      `update records.ingestion_job set path = '/etc/hostname', blob_id = null`,
      `update records.ingestion_job set blob_id = 'b'`,
      `update records.ingestion_job set report = '{}'`,
    ]);
    await new IngestionRepository(on('ingestion').kysely).create({ ...asked, path });
  });

  it('let a gateway of the release before ask, which names the path as null', async () => {
    const asked = await on('gateway').pool.query(insertJob('blob_id, path', `'a', null`));
    expect(asked.rowCount).toBe(1);
  });

  it('let the gateway ask for an erasure, and say of none that it was done', async () => {
    const erasures = new ErasureRepository(on('gateway').kysely);
    const target = { scope: 'user', userId: 'of-this-test' } as const;
    const { erasureId } = await erasures.open(target, 'key');
    expect(await erasures.open(target, 'key')).toMatchObject({ erasureId, status: 'open' });
    await refuses('gateway', [
      `update records.erasure set removed = '{"turns": 5}'`,
      `update records.erasure set status = 'done'`,
      `insert into records.erasure (erasure_id, scope, salt, digest, status, requested_by)
       values (gen_random_uuid(), 'user', 'a', 'b', 'done', 'me')`,
    ]);
    await new ErasureRepository(on('ingestion').kysely).finish(erasureId);
  });

  it('let who ingests take a persona from a key, and make or widen none', async () => {
    const { rowCount } = await on('ingestion').pool.query(
      `update records.api_key set personas = array_remove(personas, 'asking') where 'asking' = any (personas)`,
    );
    expect(rowCount).toBe(0);
    await refuses('ingestion', [
      `update records.api_key set scopes = '{admin}'`,
      `update records.api_key set digest = 'x'`,
    ]);
  });

  it('let who evolves move the head of a persona, lift no withdrawal, and read no token of a store', async () => {
    await createPersona('gateway', 'evolving');
    const { pool, kysely } = on('evolution');
    const document = personaDocument('evolving', { name: 'Mira Evolved' });
    await new PersonaRepository(kysely).append('evolving', {
      origin: 'evolution',
      note: 'for a test',
      document,
      expectedHead: 1,
      causedBy: [],
    });
    const range = { fromSequence: 0, toSequence: 1, baseVersion: 2 };
    await new EvolutionRepository(kysely).openRun('evolving', range);
    expect(
      (await pool.query(`select name from records.persona where id = 'evolving'`)).rows,
    ).toEqual([{ name: 'Mira Evolved' }]);
    await refuses('evolution', [
      `update records.persona set consent_withdrawn_at = null, status = 'active'`,
      'select read_token from records.knowledge_generation',
    ]);
  });

  it('let nobody else into the database, and nobody fill its disk with temporary tables', async () => {
    const other = `${prefix}_other`;
    await owner.pool.query(`create role ${other} login password '${password}'`);
    const url = new URL(server.url);
    Object.assign(url, { username: other, password });
    const open = openDatabase({ kind: 'postgres', url: url.href, migrate: false });
    await expect(open.then((one) => one.pool.query('select 1'))).rejects.toThrow(
      /permission denied/,
    );
    await owner.pool.query(`drop role ${other}`);
    for (const service of services) await refuses(service, ['create temp table mine (a int)']);
  });

  it('let no service into another database of a server that holds nothing else', async () => {
    const { rows } = await owner.pool.query<{ may: boolean }>(
      `select has_database_privilege(rolname, 'template1', 'connect') as may
       from pg_roles where rolname = any ($1)`,
      [services.map((service) => `${prefix}_${service}`)],
    );
    // A server that is not ours has others' databases, and is left as it is.
    expect(rows).toEqual(services.map(() => ({ may: server.server === undefined })));
  });

  it('take a right back that is no longer wanted', async () => {
    await owner.pool.query(`grant select on corpus.passage to ${prefix}_gateway`);
    await owner.pool.query('grant select on corpus.document to public');
    await ensureRoles(owner.pool, { prefix });
    for (const table of ['passage', 'document'])
      await expect(on('gateway').pool.query(`select * from corpus.${table}`)).rejects.toMatchObject(
        refused,
      );
  });

  it('have passwords of which the server was never told, only what proves them', async () => {
    const { rows } = await owner.pool.query<{ kept: string }>(
      'select rolpassword as kept from pg_authid where rolname = $1',
      [`${prefix}_gateway`],
    );
    const kept = rows[0]?.kept ?? '';
    const salt = Buffer.from(/^SCRAM-SHA-256\$4096:([^$]+)\$/u.exec(kept)?.[1] ?? '', 'base64');
    expect(scramVerifier(password, salt)).toBe(kept);
    // As Postgres computes it itself.
    await owner.pool.query(`create role ${prefix}_plain login password '${password}'`);
    const plain = await owner.pool.query<{ kept: string }>(
      'select rolpassword as kept from pg_authid where rolname = $1',
      [`${prefix}_plain`],
    );
    await owner.pool.query(`drop role ${prefix}_plain`);
    const own = plain.rows[0]?.kept ?? '';
    const ownSalt = Buffer.from(/\$4096:([^$]+)\$/u.exec(own)?.[1] ?? '', 'base64');
    expect(scramVerifier(password, ownSalt)).toBe(own);
  });

  it('are refused to who may not make them, with what to do; odd names and short passwords too', async () => {
    await expect(ensureRoles(on('gateway').pool, { prefix: `${prefix}x` })).rejects.toMatchObject({
      code: 'database.roles-forbidden',
    });
    for (const input of [{ prefix: 'a"; drop' }, { prefix, passwords: { gateway: 'short' } }])
      await expect(ensureRoles(owner.pool, input)).rejects.toMatchObject({
        code: 'database.role-invalid',
      });
  });

  describe('with the rights of the gateway', () => {
    it('personas are created, changed, proposed and put away', async () => {
      const personas = new PersonaRepository(on('gateway').kysely);
      const operator = { origin: 'operator', note: 'for a test' } as const;
      await personas.create(personaDocument('roles'), operator);
      const changed = personaDocument('roles', { name: 'Mira Roles' });
      await personas.append('roles', { ...operator, document: changed, expectedHead: 1, causedBy: [] }); // prettier-ignore
      await personas.propose('roles', {
        document: personaDocument('roles', { name: 'Mira Proposed' }),
        origin: 'derive',
        baseVersion: 2,
        causedBy: [],
        note: 'for a test',
      });
      expect((await personas.serving('roles')).version.document.name).toBe('Mira Roles');
    });
    describeTurns(
      () => on('gateway'),
      () => on('ingestion'),
    );
    describeKeys(() => on('gateway'));
  });
});
