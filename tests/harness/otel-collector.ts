import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './eventually.ts';
import { observabilityFolder } from './observability-files.ts';
import getPort from 'get-port';

const run = promisify(execFile);
const program = process.env['PERSONATE_TEST_OTELCOL'] ?? 'otelcol';

/** Why no collector can be started here; null when one can. */
export async function collectorMissing(): Promise<string | null> {
  const is = await run(program, ['--version']).then(
    () => true,
    () => false,
  );
  return is ? null : `there is no ${program}`;
}

/** As the compose file configures it, but for its ports, and for where it hands spans to. */
export async function startCollector({ to }: { to: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'personate-otelcol-'));
  const [receives, tells, health] = [
    await getPort({ host: '127.0.0.1' }),
    await getPort({ host: '127.0.0.1' }),
    await getPort({ host: '127.0.0.1' }),
  ];
  const own = {
    receivers: { otlp: { protocols: { http: { endpoint: `127.0.0.1:${receives}` } } } },
    exporters: { 'otlphttp/test': { endpoint: to, encoding: 'json', compression: 'none' } },
    extensions: { health_check: { endpoint: `127.0.0.1:${health}` } },
    service: {
      telemetry: {
        metrics: {
          readers: [{ pull: { exporter: { prometheus: { host: '127.0.0.1', port: tells } } } }],
        },
      },
      pipelines: { traces: { exporters: ['otlphttp/test'] } },
    },
  };
  const file = join(folder, 'own.yml');
  await writeFile(file, JSON.stringify(own));
  const configs = [join(observabilityFolder, 'otel-collector.yml'), file];
  const child = spawn(
    program,
    configs.flatMap((one) => ['--config', one]),
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2_000)));
  const read = async (port: number, path: string): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  };
  await eventually('the collector is ready', 60_000, () => {
    if (child.exitCode !== null) throw new Error(`it ended: ${said}`);
    return read(health, '/');
  });
  return {
    url: `http://127.0.0.1:${receives}`,
    /** What Prometheus would read. */
    metrics: () => read(tells, '/metrics'),
    async stop() {
      const exited = once(child, 'exit');
      if (child.exitCode === null && child.kill()) await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
