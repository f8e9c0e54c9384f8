import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What this machine takes for starting Node at all: by it, starts on different machines can be compared. */
export async function measureNode(): Promise<number> {
  const beganAt = performance.now();
  await run(process.execPath, ['-e', '0']);
  return performance.now() - beganAt;
}
