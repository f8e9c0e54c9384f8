import type { RunWork } from '@personate/records';
import { filesOf, namesBegin } from './run-files.ts';
import type { TuningEndpoint } from './tuning-endpoint.ts';

/**
 * Also a job that was started and never written down. Files that were sent and never written down are deleted with it:
 * nobody would look for them later.
 * @returns the job's id, null where there is none; how many such files there were.
 */
export async function cancelJob(
  endpoint: TuningEndpoint,
  { runId, jobId, files }: Pick<RunWork, 'runId' | 'jobId' | 'files'>,
  signal: AbortSignal,
): Promise<{ jobId: string | null; filesDeleted: number }> {
  if (jobId !== null) {
    await endpoint.cancel(jobId, signal);
    return { jobId, filesDeleted: 0 };
  }
  const written = filesOf(files);
  const there = await endpoint.findFiles(namesBegin(runId), signal);
  const unwritten = there.filter((fileId) => !written.includes(fileId));
  const sent = [...written, ...unwritten];
  const found = sent.length === 0 ? [] : await endpoint.findJobs(sent, signal);
  for (const foundId of found) await endpoint.cancel(foundId, signal);
  for (const fileId of unwritten) await endpoint.removeFile(fileId, signal);
  return { jobId: found[0] ?? null, filesDeleted: unwritten.length };
}
