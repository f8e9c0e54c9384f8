import { openHealthServer, type HealthChecks, type ServiceGround } from '@personate/chassis';

/** Says of a service whether it works, and its metrics, on a port that is nobody's but its operators'. */
export async function serveHealth(
  { config, log, shutdown, telemetry }: ServiceGround,
  checks: HealthChecks,
  port = config.healthPort,
): Promise<void> {
  const { host } = config;
  const { metrics } = telemetry;
  const health = await openHealthServer({ port, host, checks, log, metrics });
  shutdown.add('health', () => health.close());
}
