import { describe, expect, it } from '@jest/globals';
import { tellProgress } from './tell-progress.ts';

describe('tellProgress', () => {
  it('tells how far it is, then the result', async () => {
    let finish: (result: unknown) => void = () => {};
    const work = (tell: (progress: { done: number }) => void) => {
      tell({ done: 1 });
      tell({ done: 2 });
      return new Promise((resolve) => {
        finish = resolve;
      });
    };
    const told = tellProgress(work, { intervalMs: 1 });
    expect((await told.next()).value).toBe('event: progress\ndata: {"done":2}\n\n');
    finish({ all: true });
    expect((await told.next()).value).toBe('event: done\ndata: {"all":true}\n\n');
    expect((await told.next()).done).toBe(true);
  });

  it('fails as the work fails', async () => {
    const told = tellProgress(() => Promise.reject(new Error('no')), { intervalMs: 1_000 });
    await expect(told.next()).rejects.toThrow('no');
  });
});
