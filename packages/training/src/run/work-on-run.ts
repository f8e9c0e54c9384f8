import { ExpectedError, requireConsent } from '@personate/contracts';
import { cancelJob } from './cancel-job.ts';
import type { RunError, RunWork, WorkOnRunDeps } from './run-deps.ts';
import { filesOf, startJob } from './start-job.ts';
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
      return deps.runs.putOff(run, { inMs: filesAgainMs, error: errorOf(error) });
    }
    deps.log.warn(told, 'training run met a failure');
    if (error.retryable)
      await deps.runs.putOff(run, { inMs: Math.max(retryMs, deps.pollMs), error: errorOf(error) });
    else await end(deps, run, { status: 'failed', error: errorOf(error) }, signal);
  }
}

async function step(deps: WorkOnRunDeps, run: RunWork, signal: AbortSignal): Promise<void> {
  const { runs, endpoint } = deps;
  if (endpoint === null) throw notConfigured();
  if (run.finishedAt !== null) return removeFiles(deps, run, endpoint, signal);
  if (run.isCancelRequested) {
    const error = run.isMarked ? documentErased : null;
    return end(deps, run, { status: 'cancelled', error }, signal);
  }
  if (deps.now().getTime() - run.createdAt.getTime() > longestMs) throw tooLong();
  requireConsent(run.personaId, (await deps.personas.serving(run.personaId)).consent);
  if (run.jobId === null) {
    const isStarted = await startJob({ ...deps, endpoint }, run, signal);
    return runs.putOff(run, { inMs: isStarted ? deps.pollMs : 0 });
  }
  const state = await endpoint.state(run.jobId, signal);
  switch (state.status) {
    case 'under-way':
      return runs.putOff(run, { inMs: deps.pollMs, progress: state.progress });
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

/** At the endpoint too: what goes on there costs, and learns. */
async function end(
  { runs, endpoint, log }: WorkOnRunDeps,
  run: RunWork,
  how: Parameters<WorkOnRunDeps['runs']['finish']>[1],
  signal: AbortSignal,
): Promise<void> {
  const { runId, personaId } = run;
  if (endpoint !== null)
    await cancelJob(endpoint, run, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      if (how.status === 'cancelled') throw error;
      log.warn({ err: error, runId, personaId }, 'a tuning job was not cancelled');
    });
  await runs.finish(run, how);
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

const errorOf = ({ code, located, fix }: ExpectedError): RunError => ({
  code,
  message: located,
  fix,
});

const documentErased: RunError = {
  code: 'training.document-erased',
  message: 'A document of its set was erased while it was under way.',
  fix: 'Start another run: its set will be without that document.',
};

const cancelledThere: RunError = {
  code: 'training.cancelled-there',
  message: 'The job was cancelled at the endpoint.',
  fix: 'Start another run, unless that was meant.',
};

const jobFailed = (reason: string): RunError => ({
  code: 'training.job-failed',
  message: `The endpoint could not tune the model (${reason}).`,
  fix: 'Look at the job in the provider’s own console, then start another run.',
});

function tooLong(): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'training.too-long',
    'The run took more than three days.',
    {
      fix: 'Look at the job in the provider’s own console, then start another run.',
    },
  );
}

function notConfigured(): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'training.not-configured',
    'No training endpoint is configured.',
    {
      fix: 'Set PERSONATE_TRAINING_BASE_URL, and PERSONATE_TRAINING_API_KEY where it needs one, start the server anew, then start another run.',
    },
  );
}
