import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..');

/** Answers as an engine with such a cluster does, and notes what it was asked. What it does not know fails. */
const engine = `#!/usr/bin/env bash
echo "$*" >>"$ENGINE/calls"
case "$*" in
  'compose config --services') cat "$ENGINE/services" ;;
  'compose exec -T postgres psql'*) echo 17.2 ;;
  'compose run --rm -T --no-deps --entrypoint postgres postgres --version') echo 'postgres (PostgreSQL) 17.4' ;;
  'compose ps -q '*) cat "$ENGINE/running-$4" 2>/dev/null || true ;;
  'compose run --rm -T --no-deps '*) ;;
  'stop -t 30 '* | 'rm '* | 'compose up '*) ;;
  *) exit 64 ;;
esac
`;

describe('scripts/upgrade', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'personate-upgrade-'));
    await mkdir(join(folder, 'scripts'));
    await copyFile(join(root, 'scripts', 'upgrade'), join(folder, 'scripts', 'upgrade'));
    const programs = { 'scripts/backup': '#!/usr/bin/env bash\nmkdir "$1"\n', docker: engine };
    for (const [name, text] of Object.entries(programs)) {
      await writeFile(join(folder, name), text);
      await chmod(join(folder, name), 0o755);
    }
    await has({ services: ['secrets', 'postgres', 'redis', 'gateway'] });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const has = async (lists: Record<string, string[]>): Promise<void> => {
    for (const [name, lines] of Object.entries(lists))
      await writeFile(join(folder, name), lines.map((line) => `${line}\n`).join(''));
  };
  async function upgrade(): Promise<{ code: number; said: string; calls: string[] }> {
    const env = { ...process.env, ENGINE: folder, PATH: [folder, process.env['PATH']].join(delimiter) }; // prettier-ignore
    const ended = await run(join(folder, 'scripts', 'upgrade'), [join(folder, 'kept')], { env, timeout: 60_000 }).catch((error: unknown) => z.object({ code: z.number(), stderr: z.string() }).parse(error)); // prettier-ignore
    const calls = (await readFile(join(folder, 'calls'), 'utf8')).trim().split('\n');
    return { code: 'code' in ended ? ended.code : 0, said: ended.stderr, calls };
  }

  it('replaces one container after the other, keeps their number, and then brings the stores to their images', async () => {
    await has({ 'running-gateway': ['g1', 'g2'], 'running-ingestion': ['i1'], 'running-evolution': ['e1'] }); // prettier-ignore
    const { code, said, calls } = await upgrade();
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('it serves') });
    const one = (service: string, count: number) => `compose up -d --wait --wait-timeout 300 --no-deps --no-recreate --scale ${service}=${count} ${service}`; // prettier-ignore
    const replaced = (service: string, container: string, count: number) => [`stop -t 30 ${container}`, `rm ${container}`, one(service, count)]; // prettier-ignore
    const changes = calls.slice(calls.indexOf('stop -t 30 i1')).filter((call) => !call.startsWith('compose ps')); // prettier-ignore
    expect(changes).toEqual([
      ...replaced('ingestion', 'i1', 1),
      ...replaced('evolution', 'e1', 1),
      ...replaced('gateway', 'g1', 2),
      ...replaced('gateway', 'g2', 2),
      'compose up -d --wait --wait-timeout 300 --scale ingestion=1 --scale evolution=1 --scale gateway=2',
    ]);
  });

  it('mints what the new version wants before it migrates and replaces', async () => {
    const { calls } = await upgrade();
    const steps = calls.filter((call) => / (secrets|migrate)\b/.test(call));
    expect(steps.map((call) => call.replace('compose run --rm -T --no-deps ', ''))).toEqual([
      'migrate node services/ingestion/dist/migrate.js --check',
      'secrets',
      'migrate',
    ]);
  });

  it('brings a service back of which an interrupted one left none', async () => {
    await has({ 'running-ingestion': ['i1'], 'running-evolution': ['e1'] });
    const { code, calls } = await upgrade();
    expect(code).toBe(0);
    expect(calls.at(-1)).toContain('--scale gateway=1');
  });

  it('leaves a cluster alone whose stores run elsewhere, and says how to go on', async () => {
    await has({ services: ['migrate', 'gateway', 'ingestion', 'evolution'] });
    const { code, said, calls } = await upgrade();
    expect(code).toBe(1);
    expect(said).toContain('docs/operations/compose.md');
    expect(calls).toEqual(['compose config --services']);
  });
});
