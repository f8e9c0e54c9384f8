import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  generationName,
  MemoryGenerationStatistics,
  type KnowledgeReader,
} from '@personate/knowledge';
import { openDatabase, type Database } from '@personate/records';
import { canTestPostgres, startPostgres, type PostgresServer } from '@personate/records/testing';
import { PostgresKnowledgeStores, type PostgresKnowledgeStoresOptions } from '../src/index.ts';
import { asks, newSpec, passage } from './support/passages.ts';

// Of our own, whatever server the tests are given: it is killed and started again.
const place = { url: undefined, extension: 'vector' };
const suite = (await canTestPostgres('faults of Postgres', place)) ? describe : describe.skip;
const { signal } = new AbortController();

suite('when Postgres fails', () => {
  let server: PostgresServer;
  const databases: Database[] = [];
  const open = async (
    options: Partial<PostgresKnowledgeStoresOptions> = {},
    url: string = server.url,
  ) => {
    const database = await openDatabase({ kind: 'postgres', url, migrate: false });
    databases.push(database);
    const statistics = new MemoryGenerationStatistics();
    return new PostgresKnowledgeStores({ pool: database.pool, statistics, ...options });
  };
  const admin = (statement: string) => databases[0]?.pool.query(statement);
  const textsOf = async (reader: KnowledgeReader) =>
    (await reader.candidates(asks, signal)).map((found) => found.passage.text).toSorted();
  const version = (documentKey: string, n: number, passages: number) =>
    Array.from({ length: passages }, (_, ordinal) =>
      passage({ documentKey, ordinal, text: `apple version ${n}` }),
    );

  beforeAll(async () => {
    server = await startPostgres();
    await open();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(databases.map((database) => database.close()));
    await server.stop();
  });

  it('killed in mid-write: no document is there in part, and repeating makes it so', async () => {
    const spec = newSpec();
    const stores = await open({ retryDelaysMs: [] });
    const writer = await stores.writer(spec, signal);
    const reader = await (await open()).reader(spec, signal);
    const documents = [{ key: randomUUID(), size: 20 }, { key: randomUUID(), size: 450 }]; // prettier-ignore
    const write = (n: number) =>
      writer.replaceDocuments(
        documents.map(({ key }) => key),
        documents.flatMap(({ key, size }) => version(key, n, size)),
        signal,
      );
    await write(0);
    const broken: unknown[] = [];
    for (let n = 1; n <= 6; n++) {
      const writing = write(n).catch((error: unknown) => {
        broken.push(error);
      });
      // Each time a little later in the statement.
      for (let turn = 0; turn < n * 4; turn++) await new Promise(setImmediate);
      await server.kill();
      await writing;
      await server.start();
      const texts = await textsOf(reader);
      expect(texts).toHaveLength(470);
      expect(new Set(texts).size).toBe(1);
      await until(() => write(n));
      expect(new Set(await textsOf(reader))).toEqual(new Set([`apple version ${n}`]));
    }
    expect(broken.length).toBeGreaterThan(0);
    for (const error of broken)
      expect(error).toMatchObject({ code: 'knowledge.store-unreachable', transient: true });
  }, 120_000);

  it('restarted: what was open goes on by itself', async () => {
    const spec = newSpec();
    const stores = await open();
    const writer = await stores.writer(spec, signal);
    const reader = await stores.reader(spec, signal);
    const one = passage({ text: 'apple one' });
    await writer.replaceDocuments([one.documentKey], [one], signal);
    await server.kill();
    await server.start();
    expect(await textsOf(reader)).toEqual(['apple one']);
    const two = passage({ text: 'apple two' });
    await server.kill();
    await server.start();
    await writer.replaceDocuments([two.documentKey], [two], signal);
    expect(await textsOf(reader)).toEqual(['apple one', 'apple two']);
  }, 60_000);

  it('down: reading and writing fail with what to do, and go on when it is up again', async () => {
    const spec = newSpec();
    const stores = await open({ retryDelaysMs: [1, 1] });
    const writer = await stores.writer(spec, signal);
    const reader = await stores.reader(spec, signal);
    const kept = passage({ text: 'apple kept' });
    await writer.replaceDocuments([kept.documentKey], [kept], signal);
    await server.kill();
    const unreachable = { code: 'knowledge.store-unreachable', fix: expect.stringMatching(/\S/u) };
    await expect(reader.candidates(asks, signal)).rejects.toMatchObject(unreachable);
    await expect(writer.replaceDocuments([kept.documentKey], [], signal)).rejects.toMatchObject(
      unreachable,
    );
    await server.start();
    expect(await textsOf(reader)).toEqual(['apple kept']);
  }, 60_000);

  it('slow: nobody waits longer than the time-out, and nobody after having left', async () => {
    const spec = newSpec();
    const stores = await open({ readTimeoutMs: 300, writeTimeoutMs: 300 });
    const writer = await stores.writer(spec, signal);
    const reader = await stores.reader(spec, signal);
    const one = passage({ text: 'apple one' });
    await writer.replaceDocuments([one.documentKey], [one], signal);
    const blocker = await databases[0]?.pool.connect();
    await blocker?.query('begin');
    await blocker?.query(`lock table knowledge.${generationName(spec)} in access exclusive mode`);
    const late = { code: 'knowledge.store-timeout' };
    await expect(reader.candidates(asks, signal)).rejects.toMatchObject(late);
    await expect(writer.replaceDocuments([one.documentKey], [], signal)).rejects.toMatchObject(
      late,
    );
    const leaving = AbortSignal.timeout(50);
    const left = await reader.candidates(asks, leaving).catch((error: unknown) => error);
    expect([leaving.aborted, left]).toEqual([true, leaving.reason]);
    await blocker?.query('rollback');
    blocker?.release();
    expect(await textsOf(reader)).toEqual(['apple one']);
  }, 30_000);

  it('read-only: it is read, and what would be written is refused with what to do', async () => {
    const spec = newSpec();
    const one = passage({ text: 'apple one' });
    await (
      await (await open()).writer(spec, signal)
    ).replaceDocuments([one.documentKey], [one], signal);
    await admin('create role standby superuser login');
    await admin('alter role standby set default_transaction_read_only = on');
    const stores = await open({}, server.url.replace('postgres@', 'standby@'));
    const readOnly = { code: 'knowledge.store-read-only', transient: true };
    await expect(stores.create(newSpec(), signal)).rejects.toMatchObject(readOnly);
    await expect(stores.drop(spec, signal)).rejects.toMatchObject(readOnly);
    expect(await textsOf(await stores.reader(spec, signal))).toEqual(['apple one']);
  }, 30_000);

  it('full: what was being replaced stays whole', async () => {
    const spec = newSpec();
    const stores = await open();
    const writer = await stores.writer(spec, signal);
    const reader = await stores.reader(spec, signal);
    const one = passage({ text: 'apple one' });
    await writer.replaceDocuments([one.documentKey], [one], signal);
    // What the server says when its disk is full, at the 300th passage.
    await admin(`create sequence filling`);
    await admin(`create function fill() returns trigger language plpgsql as $$ begin
      if nextval('filling') = 300 then
        raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
      end if; return new; end $$`);
    await admin(
      `create trigger filling before insert on knowledge.${generationName(spec)} for each row execute function fill()`,
    );
    await expect(
      writer.replaceDocuments([one.documentKey], version(one.documentKey, 2, 450), signal),
    ).rejects.toMatchObject({ code: 'knowledge.store-full', transient: false });
    expect(await textsOf(reader)).toEqual(['apple one']);
    await writer.replaceDocuments([one.documentKey], version(one.documentKey, 3, 450), signal);
    expect(await textsOf(reader)).toHaveLength(450);
  }, 30_000);

  it('a table that holds vectors of another model, or not our columns, is refused', async () => {
    const spec = newSpec();
    const stores = await open();
    const one = passage({ text: 'apple one' });
    await (await stores.writer(spec, signal)).replaceDocuments([one.documentKey], [one], signal);
    const mismatch = { code: 'knowledge.identity-mismatch', fix: expect.stringMatching(/\S/u) };
    const other = { ...spec, embeddingIdentity: 'test/other' };
    await expect(stores.create(other, signal)).rejects.toMatchObject(mismatch);
    await expect((await stores.reader(other, signal)).candidates(asks, signal)).rejects.toMatchObject(mismatch); // prettier-ignore
    const flat = { ...other, dimensions: 2 };
    const reader = await stores.reader(flat, signal);
    await expect(
      reader.candidates({ ...asks, vector: Float32Array.of(1, 0) }, signal),
    ).rejects.toMatchObject(mismatch);
    await admin(`alter table knowledge.${generationName(spec)} drop column weights`);
    await expect((await stores.reader(spec, signal)).candidates(asks, signal)).rejects.toMatchObject({ code: 'knowledge.table-changed' }); // prettier-ignore
  });

  it('a table that was dropped is not made anew, empty, in silence', async () => {
    const spec = newSpec();
    const stores = await open();
    await stores.create(spec, signal);
    await admin(`drop table knowledge.${generationName(spec)}`);
    await expect(stores.create(spec, signal)).rejects.toMatchObject({
      code: 'knowledge.table-missing',
    });
    await stores.drop(spec, signal);
    await stores.create(spec, signal);
  });

  it('many processes may make the schema and the same table at once', async () => {
    await admin('drop schema knowledge cascade');
    await admin('drop extension vector');
    const spec = newSpec();
    const all = await Promise.all(Array.from({ length: 4 }, () => open()));
    await Promise.all(all.map((stores) => stores.create(spec, signal)));
    expect(await textsOf(await (all[0] as PostgresKnowledgeStores).reader(spec, signal))).toEqual(
      [],
    );
  });
});

/** Work that may be refused at first, since the server has just been started. */
async function until(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt++)
    try {
      await work();
      return;
    } catch (error) {
      if (attempt === 20) throw error;
    }
}
