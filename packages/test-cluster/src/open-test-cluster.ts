import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAllInOne, type AllInOne, type StartOptions } from '@personate/all-in-one';
import { readConfig } from '@personate/chassis';
import { fillDataDir } from './fill-data-dir.ts';
import { openHttpClient, type HttpClient } from './http-client.ts';

export interface TestClusterOptions extends Pick<
  StartOptions,
  'embedder' | 'speaker' | 'now' | 'keepRetiredMs'
> {
  /** Settings beside those that a test needs: a data folder of its own, a free port, no start folder. */
  env?: Record<string, string>;
}

export interface TestCluster extends AsyncDisposable, HttpClient {
  url: string;
  key: string;
  dataDir: string;
  running: AllInOne;
}

/** All three services in this process, on stores that are thrown away. */
export async function openTestCluster(options: TestClusterOptions = {}): Promise<TestCluster> {
  const dataDir = await mkdtemp(join(tmpdir(), 'personate-test-'));
  const { env, ...parts } = options;
  const { config } = readConfig({
    PERSONATE_DATA_DIR: dataDir,
    PERSONATE_PERSONAS_DIR: join(dataDir, 'no-personas'),
    PERSONATE_PORT: '0',
    PERSONATE_SWEEP_SECONDS: '1',
    PERSONATE_QUIET_SECONDS: '0',
    LOG_LEVEL: 'silent',
    ...env,
  });
  // One that is given has a database already.
  if (env?.['PERSONATE_DATA_DIR'] === undefined) await fillDataDir(dataDir);
  const running = await startAllInOne({ ...parts, config, version: 'test' });
  const { url } = running;
  const { key } = running.adminKey;

  return {
    url,
    key,
    dataDir,
    running,
    ...openHttpClient(url, key),
    async [Symbol.asyncDispose]() {
      await running.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
