import type { Finding } from '@personate/contracts';
import type { QueueCounts, Queues } from '@personate/queues';
import { fail, ok, warn, type Check } from './finding.ts';

const fullShare = 0.9;
const stuckMs = 120_000;

/** Whether the queue's store keeps what it is given, and whether anybody works the queues off. */
export function checkQueues(queues: Pick<Queues, 'facts' | 'counts' | 'ages'>): Check {
  return {
    name: 'queue',
    async look() {
      const [facts, counts, ages] = await Promise.all([
        queues.facts(),
        queues.counts(),
        queues.ages(),
      ]);
      return [
        storeOf(facts),
        ...Object.entries(counts).map(([queue, states]) => workOf(queue, states, ages[queue] ?? 0)),
      ];
    },
  };
}

function storeOf(facts: Awaited<ReturnType<Queues['facts']>>): Finding {
  const { store } = facts;
  if (store === 'postgres') return ok('queue', 'beside the records');
  const { version, policy, appendOnly, usedBytes, mostBytes } = facts;
  const says = `Redis ${version}`;
  if (policy !== 'noeviction')
    return fail(
      'queue',
      `${says} drops keys when it is full (${policy}).`,
      'Set its maxmemory-policy to noeviction: an evicted job would be lost until a sweep.',
    );
  if (mostBytes > 0 && usedBytes > mostBytes * fullShare)
    return fail(
      'queue',
      `${says} is full: ${Math.round((usedBytes / mostBytes) * 100)} % of its memory.`,
      'Give it more memory; look on the board what fills it.',
    );
  if (!appendOnly)
    return warn(
      'queue',
      `${says} keeps nothing over a restart.`,
      'Set appendonly yes; without it what waits is found by the next sweep only.',
    );
  return ok('queue', `${says}, noeviction, append-only file`);
}

function workOf(queue: string, { waiting, active, failed }: QueueCounts, ageMs: number): Finding {
  const name = `queue-${queue}`;
  const says = `${waiting} wait, ${active} run, ${failed} were given up`;
  if (ageMs > stuckMs)
    return fail(
      name,
      `a job has waited for ${Math.round(ageMs / 1_000)} s; ${says}.`,
      `Look whether the ${queue} service runs, and whether all of it is busy: run more of it.`,
    );
  if (failed > 0)
    return warn(
      name,
      `${says}.`,
      'The board at /queues names their errors, the log of the service has them whole.',
    );
  return ok(name, says);
}
