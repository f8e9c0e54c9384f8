import type { RunWork } from '@personate/records';
import { cancelJob } from './cancel-job.ts';
import type { WorkOnRunDeps } from './run-deps.ts';
import { filesOf } from './run-files.ts';

export interface EndRunsDeps extends Pick<WorkOnRunDeps, 'endpoint' | 'log'> {
  runs: {
    /** Those under way, and those with files at the endpoint; nobody else works on them from then on. */
    takeAll(personaId: string): Promise<RunWork[]>;
  };
}

/** As a receipt tells them: jobs and files that are no more at the endpoint, and runs of which something may be. */
export interface EndedRuns {
  trainingJobsEnded: number;
  trainingFilesDeleted: number;
  trainingRunsLeftThere: number;
}

const endpointMs = 20_000;

/**
 * Before a persona is erased: its jobs and files leave the endpoint too. An endpoint that does not answer keeps nobody from
 * being erased here; what it may still have is counted.
 */
export async function endRuns(
  { runs, endpoint, log }: EndRunsDeps,
  { personaId }: { personaId: string },
): Promise<EndedRuns> {
  const ended = { trainingJobsEnded: 0, trainingFilesDeleted: 0, trainingRunsLeftThere: 0 };
  for (const run of await runs.takeAll(personaId)) {
    const signal = AbortSignal.timeout(endpointMs);
    try {
      if (endpoint === null) throw new Error('no training endpoint is configured');
      if (run.finishedAt === null && run.sent !== null) {
        const { jobId, filesDeleted } = await cancelJob(endpoint, run, signal);
        if (jobId !== null) ended.trainingJobsEnded += 1;
        ended.trainingFilesDeleted += filesDeleted;
      }
      for (const fileId of filesOf(run.files)) {
        await endpoint.removeFile(fileId, signal);
        ended.trainingFilesDeleted += 1;
      }
    } catch (error) {
      log.warn({ err: error, runId: run.runId, personaId }, 'the endpoint may still have a run');
      ended.trainingRunsLeftThere += 1;
    }
  }
  return ended;
}
