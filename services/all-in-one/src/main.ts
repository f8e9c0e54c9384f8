import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { explain, reachableModel, readConfig } from '@personate/chassis';
import { ExpectedError } from '@personate/contracts';
import type { AllInOne } from './start-all-in-one.ts';

// LangChain's tracing sends conversations to a service: it is switched off whatever the shell says.
for (const name of ['LANGSMITH_TRACING', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'])
  process.env[name] = 'false';

const beganAt = performance.now();
const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

const stop = new AbortController();
let running: AllInOne | undefined;

try {
  const { config, unknown } = readConfig(process.env, [reachableModel]);
  for (const { name, meant } of unknown) {
    const hint = meant === undefined ? 'docs/configuration.md lists them' : `did you mean ${meant}`;
    process.stderr.write(`${name} is not a setting; ${hint}${meant === undefined ? '.' : '?'}\n`);
  }
  // Reading what runs it takes a second or two; a wrong setting is told at once.
  const { chooseExample, renderBanner, startAllInOne, warmUp } = await import('./what-runs.ts');
  running = await startAllInOne({
    config,
    version,
    out: process.stderr,
    signal: stop.signal,
    onOpen: stopOnSignals,
  });
  const status = await running.composition.gateway.status(AbortSignal.timeout(5_000), () => true);
  process.stdout.write(
    renderBanner({
      url: running.url,
      loginUrl: running.loginUrl,
      adminKeyFile: running.adminKey.file,
      dataDir: resolve(config.dataDir),
      status,
      example: await chooseExample(running.composition.records.personas),
      readyMs: performance.now() - beganAt,
    }),
  );
  // While the model loads in its thread, for which the first asker waits anyway.
  void warmUp();
} catch (error) {
  if (!stop.signal.aborted) fail(error);
  // What runs already is being closed, and ends the process then.
  if (running === undefined) process.exit(0);
}

function fail(error: unknown): never {
  process.stderr.write(`\n${explain(error)}\n\n`);
  if (!(error instanceof ExpectedError) && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}

/**
 * Not before the database is open: to make one blocks this thread for seconds, in which nobody would hear of a signal, and
 * one that is half made is begun anew by the next start. Until then a signal ends the process as it always does.
 */
function stopOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C means now; what was acknowledged is stored already. By the signal itself: an exit waits for
      // threads, and one that is loading the embedding model takes the process down with a core.
      if (stop.signal.aborted) {
        process.removeAllListeners(signal);
        process.kill(process.pid, signal);
        return;
      }
      process.stderr.write('\nStopping …\n');
      // A start that is under way closes what it has opened, and throws.
      stop.abort(new Error('stopped'));
      void running?.close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${explain(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}
