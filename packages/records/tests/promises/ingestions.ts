import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ingestionOptionsSchema, type IngestionReport } from '@personate/contracts';
import { IngestionRepository, type Database } from '../../src/index.ts';
import { makePersonas } from '../support/make-personas.ts';

export function describeIngestions(open: () => Database): void {
  let database: Database;
  let ingestions: IngestionRepository;
  beforeAll(async () => {
    database = open();
    ingestions = new IngestionRepository(database.kysely);
    await makePersonas(database, 'reader', 'canceller', 'lister', 'odd');
  });

  const create = (personaId: string, { dryRun = false } = {}) =>
    ingestions.create({
      personaId,
      options: ingestionOptionsSchema.parse({ self: 'Mira', dryRun }),
      fileName: 'export.zip',
      blobId: 'blob-1',
    });
  const report: IngestionReport = {
    format: 'jsonl',
    self: null,
    candidates: [],
    documents: { own: 1, about: 0, context: 0 },
    added: 1,
    changed: 0,
    unchanged: 0,
    removed: 0,
    embedded: 2,
    skipped: {},
    firstAt: null,
    lastAt: null,
    languages: { en: 1 },
    files: ['a.jsonl'],
    problems: [],
    problemCount: 0,
  };

  describe('an ingestion', () => {
    it('goes from queued through running to done, counts its attempts, and changes no more', async () => {
      const { ingestionId, ...job } = await create('reader');
      expect(job).toMatchObject({ status: 'queued', options: { self: 'Mira', full: false } });
      expect(await ingestions.start(ingestionId)).toEqual({ attempt: 1 });
      await ingestions.addEmbedded(ingestionId, 2);
      const progress = { phase: 'embedding', documents: 1, total: 3, passages: 2 } as const;
      await ingestions.progress(ingestionId, progress);
      expect(await ingestions.start(ingestionId)).toEqual({ attempt: 2 });
      expect(await ingestions.work(ingestionId)).toMatchObject({
        blobId: 'blob-1',
        path: null,
        embedded: 2,
        job: { status: 'running', progress },
      });
      await ingestions.finish(ingestionId, 'done', report);
      await ingestions.fail(ingestionId, { code: 'x', message: 'x', fix: 'x' });
      await ingestions.requestCancel(ingestionId);
      expect(await ingestions.start(ingestionId)).toBeNull();
      expect(await ingestions.get(ingestionId)).toMatchObject({
        status: 'done',
        report,
        error: null,
        progress: { phase: 'done', documents: 1, total: 3 },
        finishedAt: expect.any(String),
      });
    });

    it('is of the first reading until all are done that were asked for before one was', async () => {
      await makePersonas(database, 'beginner');
      const end = async ({ ingestionId }: { ingestionId: string }) => {
        await ingestions.start(ingestionId);
        await ingestions.finish(ingestionId, 'done', report);
      };
      const state = () => ingestions.firstReading('beginner');
      expect(await state()).toBe('none');
      const tried = await create('beginner', { dryRun: true });
      expect(await state()).toBe('none');
      await end(tried);
      expect(await state()).toBe('none');
      const [posts, notes] = [await create('beginner'), await create('beginner')];
      expect(await state()).toBe('reading');
      await end(posts);
      expect(await state()).toBe('reading');
      await end(notes);
      expect(await state()).toBe('read');
      const later = await create('beginner');
      expect(await state()).toBe('read');
      await end(later);
    });

    it('is waited for a quarter of an hour, and no longer', async () => {
      await makePersonas(database, 'slow');
      const { ingestionId } = await create('slow');
      expect(await ingestions.firstReading('slow')).toBe('reading');
      await database.kysely
        .updateTable('records.ingestion_job')
        .set({ created_at: new Date(Date.now() - 16 * 60_000) })
        .where('ingestion_id', '=', ingestionId)
        .execute();
      expect(await ingestions.firstReading('slow')).toBe('none');
      await ingestions.requestCancel(ingestionId);
    });

    it('that waits is cancelled at once, one that runs is asked to', async () => {
      const waiting = await create('canceller');
      await ingestions.requestCancel(waiting.ingestionId);
      expect(await ingestions.get(waiting.ingestionId)).toMatchObject({ status: 'cancelled' });
      expect(await ingestions.start(waiting.ingestionId)).toBeNull();
      const running = await create('canceller');
      await ingestions.start(running.ingestionId);
      expect(await ingestions.cancelRequested(running.ingestionId)).toBe(false);
      await ingestions.requestCancel(running.ingestionId);
      expect(await ingestions.cancelRequested(running.ingestionId)).toBe(true);
      expect(await ingestions.get(running.ingestionId)).toMatchObject({
        status: 'running',
        finishedAt: null,
      });
      await ingestions.fail(running.ingestionId, { code: 'a.b', message: 'm', fix: 'f' });
      expect(await ingestions.get(running.ingestionId)).toMatchObject({
        status: 'failed',
        error: { code: 'a.b' },
      });
    });

    it('is found while it is unfinished, oldest first, and listed newest first', async () => {
      const first = await ingestions.create({
        personaId: 'lister',
        options: ingestionOptionsSchema.parse({}),
        fileName: 'notes',
        path: '/seeds/notes',
      });
      const second = await create('lister');
      await ingestions.start(second.ingestionId);
      const both = [first.ingestionId, second.ingestionId];
      expect(await ingestions.unfinished('lister')).toEqual(both);
      expect(await ingestions.personasWithWork()).toContain('lister');
      expect((await ingestions.listUnfinished()).map(({ blobId }) => blobId)).toEqual([
        null,
        'blob-1',
      ]);
      expect((await ingestions.list('lister')).map(({ ingestionId }) => ingestionId)).toEqual(
        both.toReversed(),
      );
      expect(await ingestions.list('lister', { limit: 1 })).toHaveLength(1);
      for (const id of both) await ingestions.requestCancel(id);
      expect(await ingestions.unfinished('lister')).toEqual([second.ingestionId]);
    });

    it.each(['[]', '"x"', '{"dryRun": "perhaps"}', '{"dryRun": {}}'])(
      'whose options are %s hides no other, and does not count as a first reading that was tried',
      async (options) => {
        const whole = await create('odd');
        const { ingestionId } = await create('odd');
        await database.kysely
          .updateTable('records.ingestion_job')
          .set({ options })
          .where('ingestion_id', '=', ingestionId)
          .execute();
        expect(await ingestions.firstReading('odd')).toBe('reading');
        const listed = (await ingestions.list('odd')).map((job) => job.ingestionId);
        expect(listed).toContain(whole.ingestionId);
        expect(listed).not.toContain(ingestionId);
        expect(await ingestions.get(ingestionId)).toBeNull();
        // Who works on it has to fail it, so that what waits behind it gets its turn.
        await expect(ingestions.work(ingestionId)).rejects.toMatchObject({ name: 'ZodError' });
        expect(await ingestions.unfinished('odd')).toContain(ingestionId);
      },
    );

    it('keeps the hash of its upload, null where nobody said it', async () => {
      const job = {
        personaId: 'reader',
        options: ingestionOptionsSchema.parse({}),
        fileName: 'export.zip',
        blobId: 'blob-1',
      };
      const sha256 = 'a'.repeat(64);
      const { ingestionId } = await ingestions.create({ ...job, sha256 });
      expect(await ingestions.work(ingestionId)).toMatchObject({ blobId: 'blob-1', sha256 });
      const before = await create('reader');
      expect(await ingestions.work(before.ingestionId)).toMatchObject({ sha256: null });
    });

    it('of nobody is refused, and one that does not exist is not there', async () => {
      await expect(create('nobody')).rejects.toMatchObject({ code: 'persona.missing' });
      expect(await ingestions.get('x')).toBeNull();
      expect(await ingestions.get(randomUUID())).toBeNull();
      await ingestions.requestCancel('x');
    });
  });
}
