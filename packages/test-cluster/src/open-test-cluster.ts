import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAllInOne, type AllInOne, type StartOptions } from '@personate/all-in-one';
import { readConfig } from '@personate/chassis';

export interface TestClusterOptions extends Pick<
  StartOptions,
  'embedder' | 'speaker' | 'now' | 'keepRetiredMs'
> {
  /** Settings beside those that a test needs: a data folder of its own, a free port, no start folder. */
  env?: Record<string, string>;
}

export interface TestCluster extends AsyncDisposable {
  url: string;
  key: string;
  dataDir: string;
  running: AllInOne;
  request(method: string, path: string, body?: unknown, init?: RequestInit): Promise<Response>;
  /** JSON in, JSON out; a status of 400 or more rejects with what the server said. */
  call<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer>;
}

const requestMs = 60_000;

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
  const running = await startAllInOne({ ...parts, config, version: 'test' });
  const { url } = running;
  const { key } = running.adminKey;

  const request: TestCluster['request'] = (method, path, body, init = {}) => {
    const form = body instanceof FormData;
    return fetch(`${url}${path}`, {
      method,
      signal: AbortSignal.timeout(requestMs),
      ...init,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(init.headers as Record<string, string> | undefined),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
  };
  return {
    url,
    key,
    dataDir,
    running,
    request,
    async call<Answer>(method: string, path: string, body?: unknown) {
      const response = await request(method, path, body);
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return (text === '' ? undefined : JSON.parse(text)) as Answer;
    },
    async [Symbol.asyncDispose]() {
      await running.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
