import {
  consentWithdrawn,
  ExpectedError,
  personaMissing,
  type Memory,
  type PersonaDocument,
} from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import { holdsLease, type Lease } from '../lease-repository.ts';
import { addMemories } from '../memories/memory-repository.ts';
import { countMemoryChange } from '../memories/memory-rows.ts';
import { appendVersion, headMoved } from '../personas/append-version.ts';
import { propose } from '../personas/persona-proposals.ts';
import type { Schema } from '../schema.ts';

/** What one run of the chain changes, all at once or not at all. */
export interface EvolutionCommit {
  personaId: string;
  lease: Lease;
  runId: string;
  /** The cursor the run started from. */
  fromSequence: number;
  toSequence: number;
  /** The head that all of it was worked out from. */
  baseVersion: number;
  memories: { add: Memory[]; replace: Array<{ memoryId: string; by: string }> };
  change: {
    document: PersonaDocument;
    baseVersion: number;
    note: string;
    causedBy: string[];
    as: 'version' | 'proposal';
  } | null;
}

/**
 * Memories, version or proposal, cursor and run. Must run in a transaction.
 * @throws ExpectedError `evolution.lease-lost`, `evolution.cursor-moved`, `evolution.turns-changed`, `persona.head-moved`,
 * `persona.consent-withdrawn`.
 */
export async function commitEvolution(
  trx: Kysely<Schema>,
  commit: EvolutionCommit,
): Promise<{ version: number | null }> {
  if (!(await holdsLease(trx, commit.lease))) throw leaseLost(commit.personaId);
  await holdHead(trx, commit);
  await refuseFallenTurns(trx, commit);
  await moveCursor(trx, commit);
  await addMemories(trx, commit.memories.add);
  await replaceMemories(trx, commit);
  const version = await applyChange(trx, commit);
  await trx
    .updateTable('records.evolution_run')
    // What it noted are words of users, who may delete what was learnt of them.
    .set({ status: 'done', steps: '{}', finished_at: sql`now()` })
    .where('run_id', '=', commit.runId)
    .execute();
  return { version };
}

/** Withdrawn or edited while it learnt: none of it is kept. The row stays locked, so that neither comes in between. */
async function holdHead(
  trx: Kysely<Schema>,
  { personaId, baseVersion }: EvolutionCommit,
): Promise<void> {
  const row = await trx
    .selectFrom('records.persona')
    .select(['consent_withdrawn_at', 'head_version'])
    .where('id', '=', personaId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw personaMissing(personaId);
  if (row.consent_withdrawn_at !== null) throw consentWithdrawn(personaId);
  // Also where nothing changes the persona: the edit may have switched evolution off.
  if (row.head_version !== baseVersion) throw headMoved(personaId, baseVersion, row.head_version);
}

/** A kept step may rest on a turn that was replaced or deleted since. Not locked: the service's role may only read turns. */
async function refuseFallenTurns(
  trx: Kysely<Schema>,
  { personaId, memories, change }: EvolutionCommit,
): Promise<void> {
  const turnIds = [
    ...new Set([
      ...memories.add.map(({ sourceTurnId }) => sourceTurnId),
      ...(change?.causedBy ?? []),
    ]),
  ];
  if (turnIds.length === 0) return;
  const standing = await trx
    .selectFrom('records.turn')
    .select('turn_id')
    .where('turn_id', 'in', turnIds)
    .where('persona_id', '=', personaId)
    .where('status', '=', 'complete')
    .execute();
  if (standing.length === turnIds.length) return;
  throw new ExpectedError(
    'conflict',
    'evolution.turns-changed',
    `A turn of "${personaId}" that was learnt from was replaced or deleted meanwhile.`,
    { fix: 'Nothing is lost: the next run reads the turns anew.' },
  );
}

async function moveCursor(trx: Kysely<Schema>, commit: EvolutionCommit): Promise<void> {
  await trx
    .insertInto('records.evolution_cursor')
    .values({ persona_id: commit.personaId, sequence: 0 })
    .onConflict((conflict) => conflict.column('persona_id').doNothing())
    .execute();
  const moved = await trx
    .updateTable('records.evolution_cursor')
    .set({ sequence: commit.toSequence, updated_at: sql`now()` })
    .where('persona_id', '=', commit.personaId)
    .where('sequence', '=', String(commit.fromSequence))
    .returning('persona_id')
    .executeTakeFirst();
  if (moved) return;
  throw new ExpectedError(
    'conflict',
    'evolution.cursor-moved',
    `The turns of "${commit.personaId}" after ${commit.fromSequence} were learnt from meanwhile.`,
    { fix: 'Nothing is lost: the next run starts from where that one ended.' },
  );
}

async function replaceMemories(trx: Kysely<Schema>, commit: EvolutionCommit): Promise<void> {
  for (const { memoryId, by } of commit.memories.replace) {
    const row = await trx
      .updateTable('records.memory')
      .set({ status: 'replaced', replaced_by: by })
      .where('memory_id', '=', memoryId)
      .where('persona_id', '=', commit.personaId)
      .where('status', '=', 'active')
      .returning('user_id')
      .executeTakeFirst();
    if (row) await countMemoryChange(trx, commit.personaId, row.user_id);
  }
}

async function applyChange(
  trx: Kysely<Schema>,
  { personaId, change }: EvolutionCommit,
): Promise<number | null> {
  if (change === null) return null;
  const next = { ...change, origin: 'evolution' as const };
  if (change.as === 'proposal') {
    await propose(trx, personaId, next);
    return null;
  }
  return (await appendVersion(trx, personaId, change.baseVersion, next)).version;
}

function leaseLost(personaId: string): ExpectedError {
  return new ExpectedError(
    'conflict',
    'evolution.lease-lost',
    `Another worker took over the evolution of "${personaId}".`,
    { fix: 'Nothing is lost: that worker does it.' },
  );
}
