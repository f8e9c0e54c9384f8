import { expect, it } from '@jest/globals';
import { Announcements } from './announcements.ts';

const away = { code: 'queue.unavailable' };
const later = () => {
  let answer = (): void => undefined;
  let fail = (_error: Error): void => undefined;
  const promise = new Promise<string>((resolve, reject) => {
    answer = () => resolve('added');
    fail = reject;
  });
  return { promise, answer, fail };
};

it('only the first who announces waits for a queue that is away, and all are let in once it has answered', async () => {
  let silences = 0;
  const announcements = new Announcements(20, () => (silences += 1));
  const first = later();
  let asked = 0;
  const add = async () => {
    asked += 1;
    return 'added';
  };
  await expect(announcements.make(() => first.promise)).rejects.toMatchObject(away);
  await expect(announcements.make(add)).rejects.toMatchObject(away);
  expect([asked, silences]).toEqual([0, 1]);
  first.answer();
  await first.promise;
  expect(await announcements.make(add)).toBe('added');
});

it('a queue that refuses is there: the next one is let in', async () => {
  const announcements = new Announcements(1_000, () => expect('silence').toBe('none'));
  const full = new Error('OOM command not allowed');
  await expect(announcements.make(() => Promise.reject(full))).rejects.toBe(full);
  expect(await announcements.make(async () => 'added')).toBe('added');
});

it('what fails after its time does not let others in, and is nobody’s unhandled rejection', async () => {
  const announcements = new Announcements(20, () => undefined);
  const first = later();
  await expect(announcements.make(() => first.promise)).rejects.toMatchObject(away);
  first.fail(new Error('gone'));
  await expect(first.promise).rejects.toThrow('gone');
  await expect(announcements.make(async () => 'added')).rejects.toMatchObject(away);
});
