import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config, Shutdown } from '@personate/chassis';
import { buildGateway } from './build-gateway.ts';
import type { GatewayDeps } from './deps.ts';
import { listen } from './listen.ts';

/** After the last answer has ended. */
const toCloseMs = 2_000;
const loopback = new Set(['localhost', '127.0.0.1', '::1']);

/** The gateway with the built console, listening. @returns its address. */
export async function serveGateway(
  deps: GatewayDeps,
  {
    config,
    version,
    shutdown,
    servesMetrics = false,
    leave,
  }: {
    config: Config;
    version: string;
    shutdown: Shutdown;
    servesMetrics?: boolean;
    /** Where others go on serving: how it takes its leave of their balancer, and of whom it answers. */
    leave?: { drainMs: number; graceMs: number };
  },
): Promise<string> {
  const consoleDir = fileURLToPath(
    import.meta.resolve('@personate/console/package.json').replace('package.json', 'dist'),
  );
  const { app, drain } = await buildGateway(deps, {
    version,
    allowedHosts: config.allowedHosts,
    ...(config.userHeader === undefined ? {} : { userHeader: config.userHeader }),
    uploadLimitBytes: config.uploadLimitBytes,
    requestsPerMinute: config.requestsPerMinute,
    servesMetrics,
    ...(leave === undefined ? {} : { closingGraceMs: leave.graceMs }),
    ...(existsSync(join(consoleDir, 'index.html')) ? { consoleDir } : {}),
  });
  shutdown.add(
    'gateway',
    async () => {
      if (leave !== undefined && leave.drainMs > 0) await drain(leave.drainMs);
      await app.close();
    },
    leave === undefined ? undefined : leave.drainMs + leave.graceMs + toCloseMs,
  );
  if (config.userHeader !== undefined && !loopback.has(config.host))
    deps.log.warn(
      { header: config.userHeader, host: config.host },
      'a header names the users: let nobody reach this port but the proxy that sets it',
    );
  return listen(app, config);
}
