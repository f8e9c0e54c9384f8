import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** `probes.yaml` beside the persona's YAML in the start folder; null when there is none. */
export function readFolderProbes(dir: string): (personaId: string) => Promise<string | null> {
  return (personaId) =>
    readFile(join(resolve(dir), personaId, 'probes.yaml'), 'utf8').catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
        throw error;
      },
    );
}
