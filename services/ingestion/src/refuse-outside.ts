import { realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { ExpectedError } from '@personate/contracts';

/** @returns the path, where it lies below the folder once all links are followed. @throws ExpectedError `ingestion.path-outside` */
export async function refuseOutside(folder: string, path: string): Promise<string> {
  const [real, below] = await Promise.all([followed(path), followed(folder)]);
  if (real.startsWith(below.endsWith(sep) ? below : below + sep)) return path;
  throw new ExpectedError(
    'unprocessable',
    'ingestion.path-outside',
    'The source does not lie in the folder of personas, or is a link that leads out of it.',
    {
      fix: "Put the file itself into the persona's folder below PERSONATE_PERSONAS_DIR, or ingest it with `personate ingest`.",
    },
  );
}

/** What is not there leads nowhere; whoever opens it tells of that. */
const followed = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
