import { ExpectedError, requireConsent } from '@personate/contracts';
import type { RunWork } from '@personate/records';
import { cancelJob } from './cancel-job.ts';
import type { WorkOnRunDeps } from './run-deps.ts';
import {
  cancelledThere,
  documentErased,
  errorOf,
  jobFailed,
  notConfigured,
  tooLong,
} from './run-errors.ts';
import { filesOf } from './run-files.ts';
import { startJob } from './start-job.ts';
import type { TuningEndpoint } from './tuning-endpoint.ts';

/** From when it was asked for; no provider takes as long. */
const longestMs = 72 * 3_600_000;
const retryMs = 60_000;
/** Between two tries to have files deleted that the endpoint keeps. */
const filesAgainMs = 10 * 60_000;

/** One step of a run that was taken: starts its job, looks at it, ends it, or has its files deleted. */
export async function workOnRun(
  deps: WorkOnRunDeps,
  run: RunWork,
  signal: AbortSignal,
): Promise<void> {
  try {
    await step(deps, run, signal);
  } catch (error) {
    // Closing: whoever takes it next goes on.
    signal.throwIfAborted();
    if (!(error instanceof ExpectedError)) throw error;
    const { runId, personaId } = run;
    const told = { runId, personaId, code: error.code, place: error.place };
    if (run.finishedAt !== null) {
      deps.log.warn(told, 'training files were not deleted yet');
      return deps.runs.putOff(run, { inMs: filesAgainMs });
    }
    deps.log.warn(told, 'training run met a failure');
    if (isWaitedOut(run, error))
      await deps.runs.putOff(run, { inMs: Math.max(retryMs, deps.pollMs), error: errorOf(error) });
    else await fail(deps, run, error, signal);
  }
}

/** A job that runs is paid for: it is not given up for a key or an address that is wrong for a while. */
function isWaitedOut({ jobId }: RunWork, { retryable, code }: ExpectedError): boolean {
  if (retryable) return true;
  return jobId !== null && /^training\.(?:endpoint-|not-configured$)/.test(code);
}

async function step(deps: WorkOnRunDeps, run: RunWork, signal: AbortSignal): Promise<void> {
  const { runs, endpoint, now } = deps;
  const isLate = now().getTime() - run.createdAt.getTime() > longestMs;
  if (run.finishedAt === null && isLate) throw tooLong();
  if (endpoint === null) throw notConfigured();
  if (run.finishedAt !== null) return removeFiles(deps, run, endpoint, signal);
  if (run.isCancelRequested) return cancel(deps, run, endpoint, signal);
  requireConsent(run.personaId, (await deps.personas.serving(run.personaId)).consent);
  if (run.jobId === null) {
    const isStarted = await startJob({ ...deps, endpoint }, run, signal);
    return runs.putOff(run, { inMs: isStarted ? deps.pollMs : 0, error: null });
  }
  const state = await endpoint.state(run.jobId, signal);
  switch (state.status) {
    case 'under-way':
      return runs.putOff(run, { inMs: deps.pollMs, progress: state.progress, error: null });
    case 'done': {
      const { tunedModel } = state;
      deps.log.info({ runId: run.runId, personaId: run.personaId }, 'a model is tuned');
      return runs.finish(run, { status: 'done', tunedModel });
    }
    case 'failed':
      return runs.finish(run, { status: 'failed', error: jobFailed(state.reason) });
    case 'cancelled':
      return runs.finish(run, { status: 'cancelled', error: cancelledThere });
  }
}

/** At the endpoint too: what goes on there costs, and learns. A model that was tuned before that is named. */
async function cancel(
  { runs }: WorkOnRunDeps,
  run: RunWork,
  endpoint: TuningEndpoint,
  signal: AbortSignal,
): Promise<void> {
  const jobId = run.sent === null ? null : (await cancelJob(endpoint, run, signal)).jobId;
  if (jobId !== null) {
    const state = await endpoint.state(jobId, signal).catch((error: unknown) => {
      if (error instanceof ExpectedError && error.kind === 'missing') return null;
      throw error;
    });
    if (state?.status === 'done')
      return runs.finish(run, { status: 'done', tunedModel: state.tunedModel });
  }
  return runs.finish(run, { status: 'cancelled', error: run.isMarked ? documentErased : null });
}

async function fail(
  { runs, endpoint, log }: WorkOnRunDeps,
  run: RunWork,
  error: ExpectedError,
  signal: AbortSignal,
): Promise<void> {
  const { runId, personaId } = run;
  // Of this very step the row that was taken does not say what was sent.
  const isSent = run.sent !== null || error.code.startsWith('training.endpoint-');
  if (endpoint !== null && isSent)
    await cancelJob(endpoint, run, signal).catch((failure: unknown) => {
      signal.throwIfAborted();
      log.warn({ err: failure, runId, personaId }, 'a tuning job was not cancelled');
    });
  await runs.finish(run, { status: 'failed', error: errorOf(error) });
}

async function removeFiles(
  { runs }: WorkOnRunDeps,
  run: RunWork,
  endpoint: TuningEndpoint,
  signal: AbortSignal,
): Promise<void> {
  for (const fileId of filesOf(run.files)) await endpoint.removeFile(fileId, signal);
  await runs.saveFiles(run, {});
}
