import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type Server } from './harness/server.ts';

const noPersonas = { PERSONATE_PERSONAS_DIR: '/nowhere/at/all', LOG_LEVEL: 'warn' };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personate-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What it said when it would not start. */
async function refusal(dataDir: string, env: Record<string, string> = {}): Promise<string> {
  const outcome = await startServer({ dataDir, env: { ...noPersonas, ...env } }).then(
    async (server) => {
      await server.kill();
      return 'it started';
    },
    (error: Error) => error.message,
  );
  return outcome;
}

describe('starting', () => {
  // One server for what would each start their own: from nothing, which takes longest.
  it('makes its folder with a key for its owner alone, reports a setting that nobody reads, and holds its folder until it is killed; the next stops with grace', async () => {
    const dataDir = join(folder, 'fresh');
    const server: Server = await startServer({
      dataDir,
      // Nobody takes the traces; what makes them is read all the same.
      env: {
        ...noPersonas,
        PERSONATE_PROT: '1',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
      },
    });
    expect(server.output()).toContain(
      'PERSONATE_PROT is not a setting; did you mean PERSONATE_PORT?',
    );
    expect((await stat(join(dataDir, 'admin.key'))).mode & 0o777).toBe(0o600);
    expect(await server.call('GET', '/health/ready')).toBeDefined();

    const said = await refusal(dataDir);
    expect(said).toContain(dataDir);
    expect(said).toMatch(/PERSONATE_DATA_DIR|another process/);
    await server.kill();
    const next = await startServer({ dataDir, env: noPersonas });
    await next.stop();
  }, 120_000);

  it('is refused on a port that is taken, and names the setting', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    expect(await refusal(join(folder, 'busy'), { PERSONATE_PORT: String(port) })).toMatch(
      new RegExp(`Port ${port} .*taken[\\s\\S]*PERSONATE_PORT=`),
    );
    taken.close();
  }, 90_000);

  it('is refused on a data folder of an unknown version, which stays as it is', async () => {
    const dataDir = join(folder, 'future');
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'VERSION'), JSON.stringify({ format: 99, postgres: 40 }));
    await writeFile(join(dataDir, 'precious'), 'kept');
    expect(await refusal(dataDir)).toContain('written by another version');
    expect((await readdir(dataDir)).sort()).toEqual(['VERSION', 'precious']);
    expect(await readFile(join(dataDir, 'precious'), 'utf8')).toBe('kept');
    expect(await readFile(join(dataDir, 'VERSION'), 'utf8')).toContain('99');
  }, 90_000);

  it('is refused with every wrong setting named at once', async () => {
    const said = await refusal(join(folder, 'wrong'), {
      PERSONATE_PORT: '99999',
      PERSONATE_QUIET_SECONDS: 'soon',
    });
    expect(said).toContain('PERSONATE_PORT');
    expect(said).toContain('PERSONATE_QUIET_SECONDS');
  }, 60_000);
});
