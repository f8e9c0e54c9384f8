import { ExpectedError } from '@personate/contracts';
import { explain } from './explain.ts';
import { openLogger, type Logger } from './logger.ts';
import { readConfig, type Config } from './read-config.ts';
import type { RequiredSetting } from './setting-problems.ts';
import { openShutdown, type Shutdown } from './shutdown.ts';
import { openTelemetry, type Telemetry } from './telemetry/telemetry.ts';
import { version } from './version.ts';

export interface ServiceGround {
  config: Config;
  version: string;
  telemetry: Telemetry;
  log: Logger;
  /** What is added here is closed when the process is told to end, last first. */
  shutdown: Shutdown;
  /** Aborted when the process is told to end. */
  signal: AbortSignal;
}

/** Containers are killed 30 s after they were asked to end. */
const closePartMs = 8_000;
const closeAllMs = 25_000;

/**
 * Runs a service as a process of its own: reads its configuration, starts it, closes it on SIGTERM and SIGINT. Every
 * problem of the configuration is listed at once; a start that fails ends the process with 1, so that it is tried again.
 */
export async function runService(options: {
  name: string;
  env: Record<string, string | undefined>;
  /** Settings without which it cannot run. */
  required: readonly RequiredSetting[];
  start: (ground: ServiceGround) => Promise<void>;
}): Promise<void> {
  const { name, env } = options;
  // LangChain's tracing sends conversations to a service: it is switched off whatever the environment says.
  for (const tracing of ['LANGSMITH_TRACING', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'])
    env[tracing] = 'false';
  let ground: ServiceGround;
  const stop = new AbortController();
  try {
    const { config, unknown } = readConfig(env, options.required);
    const { tracing } = config;
    const telemetry = await openTelemetry({ service: name, version, tracing });
    const log = openLogger({ level: config.logLevel, name, telemetry });
    for (const { name: variable, meant } of unknown)
      log.warn({ variable, meant }, 'variable is not a setting');
    const shutdown = openShutdown(log, closePartMs);
    shutdown.add('traces', () => telemetry.tracer.close());
    ground = { config, version, telemetry, log, shutdown, signal: stop.signal };
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
  const { log, shutdown } = ground;

  async function end(code: number): Promise<never> {
    const timer = setTimeout(() => process.exit(code), closeAllMs);
    await shutdown.close();
    clearTimeout(timer);
    process.exit(code);
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stop.signal.aborted) return;
      log.info({ signal }, 'service is ending');
      stop.abort(new Error('the service is ending'));
      void end(0);
    });
  try {
    await options.start(ground);
    log.info({}, 'service runs');
  } catch (error) {
    if (stop.signal.aborted) return;
    if (error instanceof ExpectedError)
      log.fatal({ code: error.code, fix: error.fix, err: error }, error.located);
    else log.fatal({ err: error }, 'service could not start');
    await end(1);
  }
}
