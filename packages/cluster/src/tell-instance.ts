import { randomUUID } from 'node:crypto';
import type { ServiceGround } from '@personate/chassis';
import type { Repositories } from '@personate/records';

export const beatMs = 15_000;

/** Says in the records that this process runs, again and again, until it ends. */
export async function tellInstance(
  { log, shutdown, version }: Pick<ServiceGround, 'log' | 'shutdown' | 'version'>,
  { instances }: Pick<Repositories, 'instances'>,
  service: string,
): Promise<void> {
  const instanceId = randomUUID();
  const beat = (): Promise<void> =>
    instances
      .beat({ instanceId, service, version, now: new Date() })
      .catch((error: unknown) => log.warn({ err: error }, 'instance was not told'));
  await beat();
  const timer = setInterval(() => void beat(), beatMs);
  shutdown.add('instance', async () => {
    clearInterval(timer);
    await instances.leave(instanceId);
  });
}
