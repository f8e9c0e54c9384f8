import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { probesSchema, type Probes } from '../../packages/contracts/src/index.ts';
import { parse } from 'yaml';

/** Of a folder with a file of probes for each persona; null where there is none for this one. */
export function readProbes(folder: string, personaId: string): Probes | null {
  const file = join(folder, `${personaId}.yaml`);
  return existsSync(file) ? probesSchema.parse(parse(readFileSync(file, 'utf8'))) : null;
}
