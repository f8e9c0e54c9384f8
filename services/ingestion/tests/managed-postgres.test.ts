import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '@personate/records';
import { canTestPostgres, newTestDatabase, type TestDatabase } from '@personate/records/testing';
import { migrateCluster } from '../src/migrate-cluster.ts';

const place = { url: process.env['PERSONATE_TEST_POSTGRES_URL'], extension: 'vector' };
const what = 'a Postgres without a superuser';
// Roles belong to the whole server, and these have names that are given: on a server of our own only.
const possible = place.url === undefined && (await canTestPostgres(what, place));

(possible ? describe : describe.skip)(what, () => {
  const password = randomUUID();
  let server: TestDatabase;
  let admin: Database;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'personate-managed-'));
    for (const service of ['gateway', 'ingestion', 'evolution'])
      await writeFile(join(folder, `${service}-password`), `${password}\n`);
    server = await newTestDatabase(place);
    admin = await openDatabase({ kind: 'postgres', url: server.url, migrate: false });
    await admin.pool.query(`create role landlord login createrole password '${password}'`);
    await admin.pool.query('create database managed owner landlord');
    // Providers let their customers make it; a bare Postgres asks for a superuser.
    const url = new URL(server.url);
    url.pathname = '/managed';
    const inside = await openDatabase({ kind: 'postgres', url: url.href, migrate: false });
    await inside.pool.query('create extension if not exists vector');
    await inside.close();
  });
  afterAll(async () => {
    await admin.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const as = (role: string, name = 'managed'): string => {
    const url = new URL(server.url);
    Object.assign(url, { username: role, password, pathname: `/${name}` });
    return url.href;
  };

  it('is brought up to date, twice, by a role that owns the database and may create roles', async () => {
    for (let round = 0; round < 2; round += 1)
      await migrateCluster({
        databaseUrl: as('landlord'),
        rolePasswordsDir: folder,
        knowledge: { store: 'pgvector', heldPassages: 0 },
      });
    const { rows } = await admin.pool.query<{ rolsuper: boolean }>(
      `select rolsuper from pg_roles where rolname = 'landlord'`,
    );
    expect(rows).toEqual([{ rolsuper: false }]);
  });

  it.each(['gateway', 'ingestion', 'evolution'])(
    'lets the %s in under its own role',
    async (name) => {
      const database = await openDatabase({
        kind: 'postgres',
        url: as(`personate_${name}`),
        migrate: 'check',
      });
      try {
        const { rows } = await database.pool.query<{ n: string }>(
          'select count(*) n from records.persona',
        );
        expect(rows).toEqual([{ n: '0' }]);
      } finally {
        await database.close();
      }
    },
  );

  const mayConnect = async (role: string, name: string): Promise<boolean | undefined> => {
    const { rows } = await admin.pool.query<{ may: boolean }>(
      `select has_database_privilege($1, $2, 'connect') as may`,
      [role, name],
    );
    return rows[0]?.may;
  };

  it('is closed to others by its owner, who leaves databases of others as they are', async () => {
    await admin.pool.query('create role stranger login');
    expect(await mayConnect('stranger', 'managed')).toBe(false);
    for (const name of ['postgres', 'template1'])
      expect(await mayConnect('stranger', name)).toBe(true);
  });

  it('serves who does not own it too, and stays open then', async () => {
    await admin.pool.query('create database rented');
    await admin.pool.query('grant create on database rented to landlord');
    await migrateCluster({
      databaseUrl: as('landlord', 'rented'),
      rolePasswordsDir: folder,
      knowledge: { store: 'qdrant', url: 'http://127.0.0.1:9', apiKey: undefined },
    });
    for (const role of ['stranger', 'personate_gateway'])
      expect(await mayConnect(role, 'rented')).toBe(true);
  });

  it('gives the gateway nothing of what documents say', async () => {
    const database = await openDatabase({
      kind: 'postgres',
      url: as('personate_gateway'),
      migrate: false,
    });
    try {
      await expect(database.pool.query('select * from corpus.passage')).rejects.toThrow(/denied/);
    } finally {
      await database.close();
    }
  });
});
