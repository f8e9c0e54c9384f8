import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureRoles, openDatabase, openRepositories, type Database } from '../src/index.ts';
import { services } from '../src/roles/privileges.ts';
import { canTestPostgres, newTestDatabase, type TestDatabase } from '../src/testing.ts';
import { makePersonas } from './support/make-personas.ts';
import { turnOf } from './support/turn.ts';

const place = { url: process.env['PERSONATE_TEST_POSTGRES_URL'] };
const what = 'the queries by which Kubernetes scales the workers';
const suite = (await canTestPostgres(what, place)) ? describe : describe.skip;
const queries = resolve(import.meta.dirname, '../../../infra/helm/personate/queries');

suite(what, () => {
  const prefix = `t${randomUUID().slice(0, 8)}`;
  const password = randomUUID();
  let server: TestDatabase;
  let owner: Database;
  beforeAll(async () => {
    server = await newTestDatabase(place);
    owner = await openDatabase({ kind: 'postgres', url: server.url });
    await ensureRoles(owner.pool, {
      prefix,
      passwords: { gateway: password, ingestion: password, evolution: password },
    });
    await makePersonas(owner, 'anna', 'bert', 'cleo');
  });
  afterAll(async () => {
    for (const service of services) {
      await owner.pool.query(`drop owned by ${prefix}_${service}`);
      await owner.pool.query(`drop role ${prefix}_${service}`);
    }
    await owner.close();
    await server.stop();
  });

  /** As the service's own role is told. */
  async function waiting(service: 'ingestion' | 'evolution'): Promise<number> {
    const url = new URL(server.url);
    url.username = `${prefix}_${service}`;
    url.password = password;
    const database = await openDatabase({ kind: 'postgres', url: url.href, migrate: false });
    try {
      const query = readFileSync(resolve(queries, `${service}.sql`), 'utf8');
      const { rows } = await database.pool.query<{ count: string }>(query);
      return Number(rows[0]?.count);
    } finally {
      await database.close();
    }
  }

  it('count the personas that ingestion has work for, each once', async () => {
    const { ingestions } = openRepositories(owner.kysely);
    expect(await waiting('ingestion')).toBe(0);
    for (const personaId of ['anna', 'anna', 'bert'])
      await ingestions.create({
        personaId,
        options: { dryRun: false, full: false },
        fileName: 'a.zip',
        blobId: randomUUID(),
      });
    expect(await waiting('ingestion')).toBe((await ingestions.personasWithWork()).length);
    expect(await waiting('ingestion')).toBe(2);
  });

  it('count the personas whose turns were quiet long enough to be learnt from', async () => {
    const { turns, evolution } = openRepositories(owner.kysely);
    for (const personaId of ['anna', 'bert', 'cleo'])
      await turns.append(turnOf(personaId, { createdAt: new Date().toISOString() }), {
        keyId: 'key',
      });
    expect(await waiting('evolution')).toBe(0);
    await owner.pool.query(
      `UPDATE records.turn SET created_at = now() - interval '31 seconds' WHERE persona_id <> 'cleo'`,
    );
    const quietBefore = new Date(Date.now() - 30_000);
    expect(await waiting('evolution')).toBe((await evolution.personasBehind(quietBefore)).length);
    expect(await waiting('evolution')).toBe(2);
  });
});
