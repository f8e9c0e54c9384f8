import { randomUUID } from 'node:crypto';
import type { Memory, PersonaDocument, PersonaVersion, Turn } from '@personate/contracts';
import { ExpectedError } from '@personate/contracts';
import type { EvolutionCommit, EvolveDeps, Lease } from '@personate/evolution';
import { personaDocument, personaId } from './support-fixtures.ts';

/** One persona's records, in memory, with the guarantees of the real ones; every call may be made to fail. */
export class FakeStore {
  turns: Array<Turn & { sequence: number }> = [];
  memories: Memory[] = [];
  versions: PersonaVersion[];
  proposals: EvolutionCommit['change'][] = [];
  cursor = 0;
  commits = 0;
  runs: Array<{
    runId: string;
    from: number;
    to: number;
    base: number;
    steps: Record<string, unknown>;
    done: boolean;
  }> = [];
  now = new Date('2026-01-05T12:10:00.000Z');
  quietMs = 30_000;
  /** Calls so far, by name; `failAt` throws before or after the effect of that call. */
  calls: string[] = [];
  failAt: { call: number; after: boolean } | undefined;
  #lease: { token: number; held: boolean } = { token: 0, held: false };

  constructor(document: PersonaDocument = personaDocument()) {
    this.versions = [this.#version(document, null)];
  }

  say(...turns: Turn[]): void {
    for (const turn of turns) this.turns.push({ ...turn, sequence: this.turns.length + 1 });
  }

  /** Another worker takes the lease, as after a pause that was too long. */
  stealLease(): void {
    this.#lease = { token: this.#lease.token + 1, held: true };
  }

  dropLease(): void {
    this.#lease.held = false;
  }

  active(userId: string): Memory[] {
    return this.memories.filter((memory) => memory.userId === userId && memory.status === 'active');
  }

  get deps(): EvolveDeps {
    const call = <Result>(name: string, work: () => Result): Promise<Result> =>
      this.#call(name, work);
    return {
      leases: {
        take: (name) => call('lease.take', () => this.#take(name)),
        renew: (lease) => call('lease.renew', () => this.#holds(lease)),
        release: (lease) =>
          call('lease.release', () => void (this.#holds(lease) && (this.#lease.held = false))),
      },
      personas: {
        serving: () => call('serving', () => ({ version: this.#head(), consent: 'given' })),
      },
      memories: {
        active: (_, userId, limit) =>
          call('active', () => structuredClone(this.active(userId).toReversed().slice(0, limit))),
      },
      evolution: {
        cursor: () => call('cursor', () => this.cursor),
        pending: (_, from, quietBefore, limit) =>
          call('pending', () => structuredClone(this.#pending(from, quietBefore, limit))),
        answersBefore: (conversationId, sequence, limit) =>
          call('answersBefore', () =>
            this.turns
              .filter((turn) => turn.conversationId === conversationId && turn.sequence < sequence)
              .map(({ answer }) => answer)
              .toReversed()
              .slice(0, limit),
          ),
        openRun: (_, range) => call('openRun', () => structuredClone(this.#openRun(range))),
        saveStep: (runId, step, result) =>
          call('saveStep', () => {
            const run = this.runs.find((one) => one.runId === runId && !one.done);
            if (run) run.steps[step] = JSON.parse(JSON.stringify(result ?? null)) as unknown;
          }),
        commit: (commit) => call('commit', () => this.#commit(structuredClone(commit))),
        giveUpRuns: () => call('giveUpRuns', () => 0),
        personasBehind: (quietBefore) =>
          call('personasBehind', () =>
            this.#pending(this.cursor, quietBefore, 1).length > 0 ? [personaId] : [],
          ),
      },
      newId: randomUUID,
      now: () => this.now,
      quietMs: this.quietMs,
      log: { info: () => undefined, warn: () => undefined },
    };
  }

  async #call<Result>(name: string, work: () => Result): Promise<Result> {
    this.calls.push(name);
    const fails = this.failAt?.call === this.calls.length ? this.failAt : undefined;
    await Promise.resolve();
    if (fails?.after === false) throw new Error(`killed before ${name}`);
    const result = work();
    if (fails?.after === true) throw new Error(`killed after ${name}`);
    return result;
  }

  #take(name: string): Lease | null {
    if (this.#lease.held) return null;
    this.#lease = { token: this.#lease.token + 1, held: true };
    return { name, token: this.#lease.token };
  }

  #holds(lease: Lease): boolean {
    return this.#lease.held && this.#lease.token === lease.token;
  }

  #head(): PersonaVersion {
    const head = this.versions.at(-1);
    if (head === undefined) throw new Error('no version');
    return structuredClone(head);
  }

  #pending(from: number, quietBefore: Date, limit: number): Array<Turn & { sequence: number }> {
    const behind = this.turns.filter(({ sequence }) => sequence > from).slice(0, limit);
    const unquiet = behind.findIndex(({ createdAt }) => new Date(createdAt) >= quietBefore);
    return unquiet < 0 ? behind : behind.slice(0, unquiet);
  }

  #openRun({
    fromSequence: from,
    toSequence: to,
    baseVersion: base,
  }: Parameters<EvolveDeps['evolution']['openRun']>[1]): {
    runId: string;
    steps: Record<string, unknown>;
  } {
    const open = this.runs.find((run) => !run.done);
    if (open?.from === from && open.to === to && open.base === base) return open;
    if (open) open.done = true;
    const run = { runId: randomUUID(), from, to, base, steps: {}, done: false };
    this.runs.push(run);
    return run;
  }

  #commit({
    lease,
    fromSequence,
    toSequence,
    baseVersion,
    memories,
    change,
    runId,
  }: EvolutionCommit): {
    version: number | null;
  } {
    if (!this.#holds(lease)) throw conflict('evolution.lease-lost');
    if (this.cursor !== fromSequence) throw conflict('evolution.cursor-moved');
    const rests = [
      ...memories.add.map((memory) => memory.sourceTurnId),
      ...(change?.causedBy ?? []),
    ];
    const stands = (id: string) =>
      this.turns.some(({ turnId, status }) => turnId === id && status === 'complete');
    const run = this.runs.find((one) => one.runId === runId);
    const stale =
      baseVersion !== this.#head().version
        ? 'persona.head-moved'
        : rests.every(stands)
          ? undefined
          : 'evolution.turns-changed';
    if (stale !== undefined) {
      if (run) run.done = true;
      throw conflict(stale);
    }
    this.commits += 1;
    this.cursor = toSequence;
    this.memories.push(...memories.add);
    for (const { memoryId } of memories.replace) {
      const memory = this.memories.find(
        (one) => one.memoryId === memoryId && one.status === 'active',
      );
      if (memory) memory.status = 'replaced';
    }
    if (run) run.done = true;
    if (change?.as === 'proposal') this.proposals.push(change);
    if (change?.as !== 'version') return { version: null };
    this.versions.push(
      this.#version(change.document, this.#head().version, change.note, change.causedBy),
    );
    return { version: this.#head().version };
  }

  #version(
    document: PersonaDocument,
    parent: number | null,
    note = '',
    causedBy: string[] = [],
  ): PersonaVersion {
    return {
      personaId,
      version: (parent ?? 0) + 1,
      parent,
      document,
      origin: parent === null ? 'seed' : 'evolution',
      note,
      causedBy,
      createdAt: this.now.toISOString(),
    };
  }
}

function conflict(code: string): ExpectedError {
  return new ExpectedError('conflict', code, code, { fix: 'none' });
}
