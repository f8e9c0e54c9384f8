import type { RunWork } from './run-deps.ts';
import type { TuningEndpoint } from './tuning-endpoint.ts';

/** Also one that was started and never written down. @returns whether there was one. */
export async function cancelJob(
  endpoint: TuningEndpoint,
  { jobId, files: { train } }: Pick<RunWork, 'jobId' | 'files'>,
  signal: AbortSignal,
): Promise<boolean> {
  const known = jobId ?? (train === undefined ? null : await endpoint.findJob({ train }, signal));
  if (known !== null) await endpoint.cancel(known, signal);
  return known !== null;
}
