import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config, Shutdown } from '@personate/chassis';
import { buildGateway } from './build-gateway.ts';
import type { GatewayDeps } from './deps.ts';
import { listen } from './listen.ts';

/** The gateway with the built console, listening. @returns its address. */
export async function serveGateway(
  deps: GatewayDeps,
  {
    config,
    version,
    shutdown,
    servesMetrics = false,
  }: { config: Config; version: string; shutdown: Shutdown; servesMetrics?: boolean },
): Promise<string> {
  const consoleDir = fileURLToPath(
    import.meta.resolve('@personate/console/package.json').replace('package.json', 'dist'),
  );
  const { app } = await buildGateway(deps, {
    version,
    allowedHosts: config.allowedHosts,
    uploadLimitBytes: config.uploadLimitBytes,
    requestsPerMinute: config.requestsPerMinute,
    servesMetrics,
    ...(existsSync(join(consoleDir, 'index.html')) ? { consoleDir } : {}),
  });
  shutdown.add('gateway', async () => app.close());
  return listen(app, config);
}
