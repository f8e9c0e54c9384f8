import { setTimeout as sleep } from 'node:timers/promises';
import { ask, openClient, type Client } from '../e2e/client.ts';

/** One question put to a gateway, and what came of it. */
export interface Sent {
  startedAt: number;
  endedAt: number;
  /** null when it was answered. */
  error: string | null;
}
export interface Told {
  user: string;
  dog: string;
  turnId: string;
}

export interface Load {
  sent: readonly Sent[];
  /** When those began that are not answered yet. */
  underWay: ReadonlySet<number>;
  /** What was acknowledged. */
  told: readonly Told[];
  uploads: readonly string[];
  /** Nobody asks until `goOn`; resolves once everybody has an answer. */
  rest(): Promise<void>;
  goOn(): void;
  stop(): Promise<void>;
}

const everyMs = 500;
const perUpload = 5;

/** People who tell a persona of their dogs and ask about its own life, and a source that goes on; by all gateways in turn. */
export function startLoad(
  urls: () => Promise<readonly string[]>,
  key: string,
  personaId: string,
  { talkers = 2, uploadEveryMs = 5_000 }: { talkers?: number; uploadEveryMs?: number } = {},
): Load {
  const sent: Sent[] = [];
  const underWay = new Set<number>();
  const told: Told[] = [];
  const uploads: string[] = [];
  let isStopped = false;
  let resting: { over: Promise<void>; end: () => void } | null = null;
  let turn = 0;
  let known: readonly string[] = [];
  const client = (): Client => openClient(known[(turn += 1) % known.length] ?? '', key);

  async function timed<Answer>(what: () => Promise<Answer>): Promise<Answer | null> {
    await resting?.over;
    const startedAt = performance.now();
    underWay.add(startedAt);
    try {
      const answer = await what();
      sent.push({ startedAt, endedAt: performance.now(), error: null });
      return answer;
    } catch (error) {
      sent.push({ startedAt, endedAt: performance.now(), error: sayingOf(error) });
      // A port of a range moves when a gateway is started again: as a balancer does, ask where they are.
      known = await urls().catch(() => known);
      return null;
    } finally {
      underWay.delete(startedAt);
    }
  }

  async function talk(who: number): Promise<void> {
    for (let n = 0; !isStopped; n += 1) {
      const user = `user-${who}-${Math.floor(n / 5)}`;
      const dog = dogName(who, Math.floor(n / 5));
      const says = n % 5 === 0 ? `My dog is called ${dog}.` : 'What is your boat called?';
      const answer = await timed(() => ask(client(), personaId, says, user));
      if (answer !== null && n % 5 === 0) told.push({ user, dog, turnId: answer.personate.turnId });
      await sleep(everyMs);
    }
  }

  async function feed(): Promise<void> {
    for (let n = 0; !isStopped; n += 1) {
      const form = new FormData();
      form.set('source', 'log');
      form.set('self', 'Vera Holm');
      const lines = Array.from({ length: perUpload }, (_, i) =>
        JSON.stringify({
          id: `entry-${n}-${i}`,
          author: 'Vera Holm',
          text: `Entry ${i} of page ${n}: the wind, the course, and what we had for supper.`,
        }),
      );
      form.set('file', new Blob([lines.join('\n')]), 'log.jsonl');
      const path = `/v1/personas/${personaId}/ingestions`;
      const job = await timed(() => client().call<{ ingestionId: string }>('POST', path, form));
      if (job !== null) uploads.push(job.ingestionId);
      await sleep(uploadEveryMs);
    }
  }

  const running = (async () => {
    known = await urls();
    await Promise.all([...Array.from({ length: talkers }, (_, who) => talk(who)), feed()]);
  })();
  return {
    sent,
    underWay,
    told,
    uploads,
    async rest() {
      let end = (): void => undefined;
      const over = new Promise<void>((resolve) => (end = resolve));
      resting = { over, end };
      while (underWay.size > 0) await sleep(50);
    },
    goOn() {
      resting?.end();
      resting = null;
    },
    async stop() {
      isStopped = true;
      resting?.end();
      await running;
    },
  };
}

/** A name that can be one: no figures, for what reads facts takes none for a dog's name. */
function dogName(who: number, n: number): string {
  const letter = (of: number) => 'bcdfghklmnprstvwz'[of % 17];
  return `B${'aeiou'[who % 5]}${letter(n)}o${letter(Math.floor(n / 17))}y`;
}

/** What a client is told: a status with its code, or how the connection ended. */
function sayingOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const told = /: (\d{3}) .*"code":"([a-z.-]+)"/u.exec(String(cause));
  return told === null ? String(cause).slice(0, 120) : `${told[1]} ${told[2]}`;
}
