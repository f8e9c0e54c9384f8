import { openHealthServer, type HealthChecks, type ServiceGround } from '@personate/chassis';

/** Says of a service that serves nothing else whether it works. */
export async function serveHealth(
  { config, log, shutdown }: ServiceGround,
  checks: HealthChecks,
): Promise<void> {
  const { healthPort: port, host } = config;
  const health = await openHealthServer({ port, host, checks, log });
  shutdown.add('health', () => health.close());
}
