import { docker, runScript } from './engine.ts';

export type Store = 'qdrant' | 'pgvector';

export interface Container {
  name: string;
  service: string;
  state: string;
  exitCode: number;
}

/** The facts that `docker inspect` gives, as far as they are looked at. */
export interface Inspected {
  Name: string;
  State: { Pid: number; StartedAt: string; OOMKilled: boolean; Health?: { Status: string } };
  Config: { Image: string; User: string; Env: string[]; Labels: Record<string, string> };
  HostConfig: {
    ReadonlyRootfs: boolean;
    Privileged: boolean;
    CapDrop: string[] | null;
    CapAdd: string[] | null;
    SecurityOpt: string[] | null;
    Memory: number;
    NanoCpus: number;
  };
  NetworkSettings: {
    Ports: Record<string, Array<{ HostIp: string; HostPort: string }> | null>;
    Networks: Record<string, { IPAddress: string; Aliases: string[] | null }>;
  };
}

export type Compose = ReturnType<typeof openCompose>;

/** The compose file under a project of its own, so that a cluster that runs here already is left alone. */
export function openCompose(options: {
  project: string;
  files: readonly string[];
  env: Record<string, string>;
}) {
  const { project, env } = options;
  const files = options.files.flatMap((file) => ['-f', file]);
  const compose = (args: readonly string[], timeoutMs = 120_000): Promise<string> =>
    docker(['compose', '-p', project, ...files, ...args], { timeoutMs, env });

  async function containers(): Promise<Container[]> {
    const ids = await docker([
      'ps',
      '-a',
      '--no-trunc',
      '--filter',
      `label=com.docker.compose.project=${project}`,
      '--format',
      '{{.ID}}',
    ]);
    return Promise.all(
      ids
        .split('\n')
        .filter((id) => id !== '')
        .map(async (id) => {
          const [one] = JSON.parse(await docker(['inspect', id])) as Array<
            Inspected & { State: { Status: string; ExitCode: number } }
          >;
          return {
            name: one?.Name.slice(1) ?? '',
            service: one?.Config.Labels['com.docker.compose.service'] ?? '',
            state: one?.State.Status ?? '',
            exitCode: one?.State.ExitCode ?? -1,
          };
        }),
    );
  }

  return {
    compose,
    containers,
    /** Those of a service that run, the first one first. */
    async running(service: string): Promise<string[]> {
      return (await containers())
        .filter((one) => one.service === service && one.state === 'running')
        .map(({ name }) => name)
        .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    },
    /** @returns how long it took until all of it was healthy, in ms. */
    async up(args: readonly string[] = []): Promise<number> {
      const startedAt = performance.now();
      await compose(['up', '-d', '--wait', '--wait-timeout', '300', ...args], 600_000);
      return performance.now() - startedAt;
    },
    async inspect(name: string): Promise<Inspected> {
      const [one] = JSON.parse(await docker(['inspect', name])) as Inspected[];
      if (one === undefined) throw new Error(`there is no container ${name}`);
      return one;
    },
    /** Where a gateway is reached from this machine. */
    async urlOf(name: string): Promise<string> {
      const address = (await docker(['port', name, '8787'])).split('\n')[0] ?? '';
      return `http://${address}`;
    },
    /** A script of the repository's, on this cluster. */
    script: (name: string, args: readonly string[], timeoutMs = 600_000): Promise<string> =>
      runScript(name, args, {
        timeoutMs,
        env: { ...env, COMPOSE_PROJECT_NAME: project, COMPOSE_FILE: options.files.join(':') },
      }),
    /** What all of them have logged so far. */
    logs: () => compose(['logs', '--no-color', '--no-log-prefix'], 120_000),
    down: (args: readonly string[] = []) => compose(['down', '-t', '30', ...args], 300_000),
  };
}
