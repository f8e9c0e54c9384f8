import { randomUUID } from 'node:crypto';
import type { EvolveDeps } from '@personate/evolution';
import type { Repositories } from '@personate/records';

export interface EvolutionParts {
  records: Pick<Repositories, 'leases' | 'personas' | 'memories' | 'evolution'>;
  quietMs: number;
  now: () => Date;
  log: EvolveDeps['log'];
}

/** What evolution needs, over the records. */
export function composeEvolution({ records, quietMs, now, log }: EvolutionParts): EvolveDeps {
  const { leases, personas, memories, evolution } = records;
  return { leases, personas, memories, evolution, newId: randomUUID, now, quietMs, log };
}
