import { ExpectedError, type TrainingRun } from '@personate/contracts';
import type { Transaction } from 'kysely';
import { holdPersona } from '../erasures/hold-persona.ts';
import type { Schema } from '../schema.ts';
import { readRun } from './read-run.ts';
import { runColumns, toRun } from './training-run-rows.ts';

/**
 * From now on the run's model speaks for the persona, and no other tuned one. An erasure that marks the run is before it
 * or after it.
 * @throws ExpectedError `training.run-missing`, `training.no-model`, `training.marked`
 */
export async function promoteRun(
  trx: Transaction<Schema>,
  personaId: string,
  runId: string,
): Promise<TrainingRun> {
  await holdPersona(trx, personaId);
  const of = trx
    .updateTable('records.training_run')
    .where('persona_id', '=', personaId)
    .returning(runColumns);
  const found = await readRun(trx, personaId, runId);
  if (found.tuned_model === null) throw noModel(toRun(found));
  if (found.marked_at !== null) throw marked(toRun(found));
  await of.set({ serving: false }).where('serving', '=', true).execute();
  const row = await of.set({ serving: true }).where('run_id', '=', runId).executeTakeFirstOrThrow();
  return toRun(row);
}

function noModel({ runId, status, personaId }: TrainingRun): ExpectedError {
  return new ExpectedError(
    'conflict',
    'training.no-model',
    `The run ${runId} is ${status}: no model came of it${status === 'queued' || status === 'running' ? ' yet' : ''}.`,
    { fix: `Name one that is done; personate train list ${personaId} shows them.` },
  );
}

function marked({ runId, personaId }: TrainingRun): ExpectedError {
  return new ExpectedError(
    'conflict',
    'training.marked',
    `A document that the model of run ${runId} was tuned on is erased by now: the model cannot forget it, and is not used.`,
    { fix: `Delete it at the provider, and tune another one: personate train start ${personaId}.` },
  );
}
