import type { RunWork } from './run-deps.ts';
import type { TuningEndpoint } from './tuning-endpoint.ts';

/** Also one that was started and never written down. @returns its id; null: there is none. */
export async function cancelJob(
  endpoint: TuningEndpoint,
  { jobId, files: { train } }: Pick<RunWork, 'jobId' | 'files'>,
  signal: AbortSignal,
): Promise<string | null> {
  const known = jobId ?? (train === undefined ? null : await endpoint.findJob({ train }, signal));
  if (known !== null) await endpoint.cancel(known, signal);
  return known;
}
