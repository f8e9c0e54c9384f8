import { expect, it } from '@jest/globals';
import type { IngestionJob } from '@personate/contracts';
import { followLoading } from './follow-loading.ts';
import { ProgressDisplay } from './progress-display.ts';

it('says at its end what was not loaded', async () => {
  const jobs: Record<string, object> = {
    notes: {
      fileName: 'sources/notes',
      status: 'done',
      report: { added: 3, changed: 0, removed: 0 },
    },
    talk: {
      fileName: 'sources/talk.jsonl',
      status: 'failed',
      error: { message: 'Nobody is called so.', fix: 'Leave self out.' },
    },
  };
  const ingestions = { get: async (id: string) => (jobs[id] ?? null) as IngestionJob | null };
  let said = '';
  const display = new ProgressDisplay({ write: (text) => (said += text) });
  const loaded: string[] = [];
  await followLoading(
    ingestions,
    Object.keys(jobs).map((ingestionId) => ({ personaId: 'ida', ingestionId })),
    display,
    (personaId) => loaded.push(personaId),
    new AbortController().signal,
  );
  expect(loaded).toEqual(['ida']);
  expect(said.trim().split('\n').at(-1)).toBe(
    'NOT ALL WAS LOADED: ida lacks sources/talk.jsonl. Mend what is said above, and start again.',
  );
});
