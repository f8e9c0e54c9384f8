import type { ServiceGround } from '@personate/chassis';
import { openGround, serveHealth, tellInstance } from '@personate/cluster';
import { composeEvolution } from './compose-evolution.ts';
import { observeEvolution } from './observe-evolution.ts';
import { startEvolution } from './start-evolution.ts';

const statementMs = 60_000;

/** Evolution of a cluster: any number of them; a persona is one's at a time. */
export async function startEvolutionService(ground: ServiceGround): Promise<void> {
  const { config, log, shutdown, telemetry } = ground;
  const { quietMs, sweepMs } = config;
  const { records, queues, checks, now } = await openGround(ground, { statementMs });
  const deps = composeEvolution({ records, quietMs, now, log });
  const onEvolved = observeEvolution(telemetry);
  const worker = await startEvolution({ deps, queues, log, sweepMs, onEvolved });
  await tellInstance(ground, records, 'evolution');
  shutdown.add('worker', () => worker.close());
  await serveHealth(ground, checks);
}
