import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { TaskRepository, type Database } from '../../src/index.ts';
import { makePersonas } from '../support/make-personas.ts';

export function describeTasks(open: () => Database): void {
  let database: Database;
  let tasks: TaskRepository;
  beforeAll(async () => {
    database = open();
    tasks = new TaskRepository(database.kysely);
    await makePersonas(database, 'asked');
  });
  beforeEach(() => sql`DELETE FROM records.task`.execute(database.kysely));

  const input = () => ({ personaId: 'asked', documentKey: randomUUID() });
  const ask = (within = { withinMs: 60_000 }) => tasks.create('remove-document', input(), within);
  const hold = { holdMs: 60_000 };

  describe('a task', () => {
    it('is taken by one worker only, the oldest first, and its output reaches who asked', async () => {
      const first = await ask();
      const second = await ask();
      const taken = await Promise.all([tasks.take(hold), tasks.take(hold), tasks.take(hold)]);
      expect(new Set(taken.map((task) => task?.taskId ?? null))).toEqual(
        new Set([first, second, null]),
      );
      const task = taken.find((one) => one?.taskId === first);
      if (!task) throw new Error('the first was not taken');
      expect(await tasks.state('remove-document', first)).toEqual({ status: 'open' });
      await tasks.finish(task, { knowledgeRevision: 7 });
      expect(await tasks.state('remove-document', first)).toEqual({
        status: 'done',
        output: { knowledgeRevision: 7 },
      });
    });

    it('fails with the error that its worker had', async () => {
      const taskId = await ask();
      const task = await tasks.take(hold);
      if (task === null) throw new Error('nothing was taken');
      const error = {
        kind: 'missing',
        code: 'document.missing',
        message: 'None.',
        fix: 'Look.',
      } as const;
      await tasks.fail(task, error);
      expect(await tasks.state('remove-document', taskId)).toEqual({ status: 'failed', error });
    });

    it('whose worker fell silent is taken again, and the late one changes nothing', async () => {
      const taskId = await ask();
      const late = await tasks.take({ holdMs: -1 });
      const again = await tasks.take(hold);
      if (late === null || again === null) throw new Error('nothing was taken');
      expect(again).toMatchObject({ taskId, attempt: 2 });
      await tasks.finish(late, { knowledgeRevision: 1 });
      expect(await tasks.hold(late, 1_000)).toBe(false);
      expect(await tasks.state('remove-document', taskId)).toEqual({ status: 'open' });
      expect(await tasks.hold(again, 1_000)).toBe(true);
    });

    it('that kills its workers is given up', async () => {
      await ask();
      for (let i = 0; i < 3; i += 1) expect(await tasks.take({ holdMs: -1 })).not.toBeNull();
      expect(await tasks.take(hold)).toBeNull();
    });

    it('of a newer release is left to a worker of that one', async () => {
      await ask();
      await sql`UPDATE records.task SET input = input || '{"v": 2}'`.execute(database.kysely);
      expect(await tasks.take(hold)).toBeNull();
      await sql`UPDATE records.task SET input = input - 'v'`.execute(database.kysely);
      expect(await tasks.take(hold)).toMatchObject({ kind: 'remove-document', attempt: 1 });
    });

    it.each(['"x"', '{}', 'true', 'null', '1e300', '"1"'])(
      'that says %s of its release keeps no other waiting',
      async (v) => {
        await ask();
        await sql`UPDATE records.task SET input = jsonb_set(input, '{v}', ${v}::jsonb)`.execute(
          database.kysely,
        );
        const whole = await ask();
        expect(await tasks.take(hold)).toMatchObject({ taskId: whole });
      },
    );

    it('that cannot be read fails at once: whoever asked does not wait for nothing', async () => {
      const taskId = await ask();
      await sql`UPDATE records.task SET input = '{"personaId": "asked"}'`.execute(database.kysely);
      expect(await tasks.take(hold)).toBeNull();
      expect(await tasks.state('remove-document', taskId)).toMatchObject({
        status: 'failed',
        error: { code: 'task.not-understood' },
      });
    });

    it('that nobody waits for is neither taken nor held, and swept in the end', async () => {
      await ask({ withinMs: -3_700_000 });
      const cancelled = await ask();
      await tasks.cancel(cancelled);
      expect(await tasks.take(hold)).toBeNull();
      expect(await tasks.sweep()).toBe(1);
    });
  });
}
