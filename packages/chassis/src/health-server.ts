import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkHealth, type HealthChecks } from './check-health.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './telemetry/metrics.ts';

const checkMs = 3_000;

/**
 * `/health/live`, `/health/ready` and `/metrics` of a service that serves nothing else. Why a check failed stands in the log: anybody
 * who reaches the port may ask.
 */
export async function openHealthServer(options: {
  port: number;
  host: string;
  checks: HealthChecks;
  log: Pick<Logger, 'warn'>;
  /** Beside it, `/metrics`. */
  metrics?: Metrics;
}): Promise<{ port: number; close(): Promise<void> }> {
  const { checks, log, metrics } = options;
  const server = createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.url === '/health/live') return answer(200, { status: 'live' });
    if (request.url === '/metrics' && metrics !== undefined)
      return void metrics.registry.metrics().then(
        (text) =>
          response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text),
        (error: unknown) => {
          log.warn({ err: error }, 'metrics could not be told');
          answer(500, { status: 'metrics could not be told' });
        },
      );
    if (request.url !== '/health/ready') return answer(404, { status: 'no such page' });
    void checkHealth(checks, checkMs, log).then((results) => {
      const ok = Object.values(results).every((one) => one.ok);
      answer(ok ? 200 : 503, { status: ok ? 'ready' : 'not-ready', checks: results });
    });
  });
  server.requestTimeout = 5_000;
  server.maxConnections = 64;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
