import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { ErasureRepository, TrainingRunRepository, type Database } from '../../src/index.ts'; // prettier-ignore
import type { RunWork } from '../../src/index.ts';
import { makePersonas } from '../support/make-personas.ts';

export function describeTrainingRuns(open: () => Database): void {
  describe('training runs', () => {
    let runs: TrainingRunRepository;
    let personaId: string;
    beforeAll(() => {
      runs = new TrainingRunRepository(open().kysely);
    });
    const newPersona = async () => {
      personaId = `tuned-${randomUUID().slice(0, 8)}`;
      await makePersonas(open(), personaId);
      return personaId;
    };
    const create = () =>
      runs.create({
        runId: randomUUID(),
        personaId,
        baseModel: 'small',
        audience: ['family'],
        heldOutShare: 0.1,
        requestedBy: 'key-1',
      });
    /** The one of this test; others' wait too. */
    const take = async (runId: string): Promise<RunWork> => {
      await sql`UPDATE records.training_run SET due_at = now() + interval '1 hour' WHERE run_id <> ${runId}::uuid`.execute(
        open().kysely,
      );
      const run = await runs.take({ holdMs: 60_000 });
      if (run?.runId !== runId) throw new Error('the run was not taken');
      return run;
    };
    const due = (runId: string) =>
      sql`UPDATE records.training_run SET due_at = now() WHERE run_id = ${runId}::uuid`.execute(
        open().kysely,
      );
    const sent = { sha256: 'a', examples: 12, heldOut: 1, personaVersion: 1, knowledgeRevision: 0 };
    const started = async () => {
      await newPersona();
      const { runId } = await create();
      return { runId, run: await take(runId) };
    };

    it('one at a time for a persona; another may begin once it has ended', async () => {
      const { runId, run } = await started();
      await expect(create()).rejects.toThrow(
        expect.objectContaining({ code: 'training.under-way' }),
      );
      await runs.finish(run, { status: 'failed', error: { code: 'c', message: 'm', fix: 'f' } });
      const second = await create();
      expect((await runs.list(personaId)).map((one) => one.runId)).toEqual([second.runId, runId]);
      await expect(runs.get('nobody', runId)).rejects.toThrow(
        expect.objectContaining({ code: 'training.run-missing' }),
      );
    });

    it('none begins for a persona that is archived, as one is that is being erased', async () => {
      await newPersona();
      await sql`UPDATE records.persona SET status = 'archived' WHERE id = ${personaId}`.execute(
        open().kysely,
      );
      await expect(create()).rejects.toThrow(expect.objectContaining({ code: 'persona.archived' }));
      expect(await runs.list(personaId)).toEqual([]);
    });

    it('what is held is taken by nobody else; a worker that was taken for dead writes nothing', async () => {
      const { runId, run } = await started();
      expect(await runs.take({ holdMs: 60_000 })).toBeNull();
      await due(runId);
      const second = await take(runId);
      expect(second.attempt).toBe(run.attempt + 1);
      expect(await runs.hold(run, 60_000)).toBe(false);
      expect(await runs.saveFiles(run, { train: 'file-1' })).toBe('stop');
      await runs.finish(run, { status: 'done', tunedModel: 'late' });
      expect(await runs.get(personaId, runId)).toMatchObject({ status: 'queued', filesLeft: 0 });
      expect(await runs.saveFiles(second, { train: 'file-1' })).toBe('go-on');
      expect(await runs.saveJob(second, 'job-1')).toBe('go-on');
    });

    it('whoever was overtaken takes a job back only where the run has another one', async () => {
      const { runId, run } = await started();
      await due(runId);
      const second = await take(runId);
      expect(await runs.saveJob(run, 'job-1')).toBe('stop');
      await runs.saveJob(second, 'job-2');
      expect(await runs.saveJob(run, 'job-1')).toBe('gone');
      expect(await runs.saveJob(run, 'job-2')).toBe('stop');
    });

    it('a run that is to be stopped says so to its worker; one that has ended stays as it is', async () => {
      const { runId, run } = await started();
      await runs.requestCancel(personaId, runId);
      expect(await runs.saveFiles(run, { train: 'file-1' })).toBe('stop');
      expect(await take(runId)).toMatchObject({
        isCancelRequested: true,
        files: { train: 'file-1' },
      });
    });

    it('whoever was overtaken by a worker that ends the run hears that it is gone, before and after', async () => {
      const { runId, run } = await started();
      await runs.requestCancel(personaId, runId);
      const second = await take(runId);
      expect(await runs.saveFiles(run, { train: 'late' })).toBe('gone');
      await runs.finish(second, { status: 'cancelled', error: null });
      expect(await runs.saveJob(run, 'late')).toBe('gone');
    });

    it('one that has ended is taken as long as it has files at the endpoint', async () => {
      const { runId, run } = await started();
      await runs.saveFiles(run, { train: 'file-1', heldOut: 'file-2' });
      await runs.finish(run, { status: 'done', tunedModel: 'ft:small' });
      const ended = await take(runId);
      expect(ended.finishedAt).toBeInstanceOf(Date);
      await runs.saveFiles(ended, {});
      await due(runId);
      expect(await runs.take({ holdMs: 1 })).toBeNull();
      expect(await runs.get(personaId, runId)).toMatchObject({
        status: 'done',
        tunedModel: 'ft:small',
      });
    });

    it('a set that was read at another revision is not written down', async () => {
      const { run } = await started();
      expect(await runs.saveSet(run, { ...sent, knowledgeRevision: 3 }, [])).toBe(false);
      expect(await runs.saveSet(run, sent, [])).toBe(true);
    });

    it('an erased document marks the runs whose set held it, and stops one that is under way; others are left', async () => {
      const { runId, run } = await started();
      const [held, other] = [randomUUID(), randomUUID()];
      const documents = async (...keys: string[]) => {
        for (const key of keys)
          await sql`INSERT INTO corpus.document (document_key, persona_id, source_id, external_id, hash, document, passages_version, ingestion_id)
            VALUES (${key}::uuid, ${personaId}, 's', ${key}, 'h', '{}', 'v', gen_random_uuid())`.execute(
            open().kysely,
          );
      };
      await documents(held, other);
      expect(await runs.saveSet(run, sent, [held])).toBe(true);
      const erasures = new ErasureRepository(open().kysely);
      const erase = async (documentKey: string) => {
        const { erasureId } = await erasures.open(
          { scope: 'document', personaId, documentKey },
          'key-1',
        );
        await erasures.eraseDocument({ erasureId, personaId, documentKey });
        await erasures.finish(erasureId);
        return { receipt: await erasures.get(erasureId), check: await erasures.check(erasureId) };
      };
      expect((await erase(other)).receipt?.removed).toMatchObject({ trainingRuns: 0 });
      expect((await runs.get(personaId, runId)).marked).toBeNull();
      const { receipt, check } = await erase(held);
      expect(receipt?.removed).toMatchObject({ trainingRuns: 1 });
      expect(check?.remaining).toMatchObject({ trainingRuns: 0 });
      expect((await runs.get(personaId, runId)).marked).toMatchObject({ why: 'document-erased' });
      expect(await take(runId)).toMatchObject({ isCancelRequested: true, isMarked: true });
    });

    it('the model of one run at a time speaks for a persona, and none that is not tuned or is marked', async () => {
      const { runId, run } = await started();
      const promote = (id: string) => runs.promote(personaId, id);
      await expect(promote(runId)).rejects.toThrow(
        expect.objectContaining({ code: 'training.no-model' }),
      );
      await runs.finish(run, { status: 'done', tunedModel: 'first' });
      expect(await runs.servingModel(personaId)).toBeNull();
      expect(await promote(runId)).toMatchObject({ serving: true });
      expect(await runs.servingModel(personaId)).toBe('first');
      expect(await runs.servingModel(personaId, ['public'])).toBeNull();
      expect(await runs.servingModel(personaId, ['public', 'family'])).toBe('first');
      const second = await create();
      await runs.finish(await take(second.runId), { status: 'done', tunedModel: 'second' });
      await promote(second.runId);
      expect(await runs.servingModel(personaId)).toBe('second');
      expect(await runs.get(personaId, runId)).toMatchObject({ serving: false });
      expect(await runs.drop(personaId)).toMatchObject({ runId: second.runId });
      expect(await runs.drop(personaId)).toBeNull();
      expect(await runs.servingModel(personaId)).toBeNull();
      await sql`UPDATE records.training_run SET marked_at = now(), marked_why = 'document-erased'
        WHERE run_id = ${runId}::uuid`.execute(open().kysely);
      await expect(promote(runId)).rejects.toThrow(
        expect.objectContaining({ code: 'training.marked' }),
      );
    });

    it('runs of a persona that is erased are taken from their workers, and a late one hears that it is gone', async () => {
      const { run } = await started();
      await runs.saveFiles(run, { train: 'file-1' });
      expect(await runs.takeAll(personaId)).toMatchObject([{ files: { train: 'file-1' } }]);
      expect(await runs.saveJob(run, 'late')).toBe('gone');
      await sql`DELETE FROM records.persona WHERE id = ${personaId}`.execute(open().kysely);
      expect(await runs.saveJob(run, 'later')).toBe('gone');
    });
  });
}
