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
if grep -qxF "$*" "$ENGINE/fails" 2>/dev/null; then exit 1; fi
case "$*" in
  'compose config --services') cat "$ENGINE/services" ;;
  'compose exec -T postgres psql'*) echo 17.2 ;;
  'compose run --rm -T --no-deps --entrypoint postgres postgres --version') echo 'postgres (PostgreSQL) 17.4' ;;
  'compose ps -aq '*) echo "$4-again" ;;
  'compose ps -q '*) cat "$ENGINE/running-$4" 2>/dev/null || true ;;
  'compose run --rm -T --no-deps '*) ;;
  'compose config --hash '*) echo "$4 new" ;;
  'inspect -f {{.Config.Image}} '*) echo personate:new ;;
  'inspect -f '*) grep -qx "$4" "$ENGINE/current" 2>/dev/null && echo 'new sha256:1' || echo 'old sha256:0' ;;
  'image inspect -f {{.Id}} personate:new') echo sha256:1 ;;
  'start -a '* | 'stop -t 30 '* | 'rm '* | 'compose rm -f '* | 'compose create '* | 'compose up '*) ;;
  *) exit 64 ;;
esac
`;

describe('scripts/upgrade', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'personate-upgrade-'));
    await mkdir(join(folder, 'scripts'));
    await copyFile(join(root, 'scripts', 'upgrade'), join(folder, 'scripts', 'upgrade'));
    const programs = {
      'scripts/backup': '#!/usr/bin/env bash\nmkdir "$1"\necho a new backup >&2\n',
      docker: engine,
    };
    for (const [name, text] of Object.entries(programs)) {
      await writeFile(join(folder, name), text);
      await chmod(join(folder, name), 0o755);
    }
    await has({ services: ['secrets', 'postgres', 'redis', 'gateway'], 'running-postgres': ['p1'], current: ['p1'] }); // prettier-ignore
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const has = async (lists: Record<string, string[]>): Promise<void> => {
    for (const [name, lines] of Object.entries(lists))
      await writeFile(join(folder, name), lines.map((line) => `${line}\n`).join(''));
  };
  const filled = (service: string, count: number): string[] => [
    `compose create --no-recreate --scale ${service}=${count} ${service}`,
    `compose up -d --wait --wait-timeout 300 --no-deps --no-recreate --scale ${service}=${count} ${service}`,
  ];
  async function upgrade(): Promise<{ code: number; said: string; calls: string[] }> {
    const env = { ...process.env, ENGINE: folder, PATH: [folder, process.env['PATH']].join(delimiter) }; // prettier-ignore
    const ended = await run(join(folder, 'scripts', 'upgrade'), [join(folder, 'kept')], { env, timeout: 60_000 }).catch((error: unknown) => z.object({ code: z.number(), stderr: z.string() }).parse(error)); // prettier-ignore
    const calls = (await readFile(join(folder, 'calls'), 'utf8')).trim().split('\n');
    return { code: 'code' in ended ? ended.code : 0, said: ended.stderr, calls };
  }

  it('replaces one container after the other, keeps their number, and then the stores whose image has changed', async () => {
    await has({ 'running-gateway': ['g1', 'g2'], 'running-ingestion': ['i1'], 'running-evolution': ['e1'], 'running-redis': ['r1'] }); // prettier-ignore
    const { code, said, calls } = await upgrade();
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('it serves') });
    const replaced = (service: string, container: string, count: number) => [`stop -t 30 ${container}`, `rm ${container}`, ...filled(service, count)]; // prettier-ignore
    const changes = calls.slice(calls.indexOf('stop -t 30 i1')).filter((call) => !/^compose (ps|rm|config)|inspect/.test(call)); // prettier-ignore
    expect(changes).toEqual([
      ...replaced('ingestion', 'i1', 1),
      ...replaced('evolution', 'e1', 1),
      ...replaced('gateway', 'g1', 2),
      ...replaced('gateway', 'g2', 2),
      ...replaced('redis', 'r1', 1),
      'compose up -d --wait --wait-timeout 300 --no-recreate --scale ingestion=1 --scale evolution=1 --scale gateway=2 --scale postgres=1 --scale redis=1',
    ]);
  });

  it('mints what the new version wants before it migrates and replaces', async () => {
    const { calls } = await upgrade();
    const anew = (one: string) => [`compose rm -f ${one}`, `compose create --no-recreate ${one}`, `compose ps -aq ${one}`, `start -a ${one}-again`]; // prettier-ignore
    const from = calls.findIndex((call) => call.endsWith('migrate.js --check'));
    const steps = calls.slice(from + 1).filter((call) => !call.startsWith('compose ps -q'));
    expect(steps.slice(0, 8)).toEqual([...anew('secrets'), ...anew('migrate')]);
  });

  it('leaves a container alone that is as it has to be', async () => {
    await has({ 'running-gateway': ['g1', 'g2'], 'running-ingestion': [], 'running-evolution': [], current: ['g1', 'p1'] }); // prettier-ignore
    const { code, calls } = await upgrade();
    expect(code).toBe(0);
    expect(calls.filter((call) => call.startsWith('stop'))).toEqual(['stop -t 30 g2']);
  });

  it('goes on where it was interrupted, with the backup of before and to as many as there were', async () => {
    await has({ 'running-gateway': ['g1', 'g2'], 'running-ingestion': ['i1'], 'running-evolution': ['e1'] }); // prettier-ignore
    await has({ fails: ['stop -t 30 g2'] });
    expect((await upgrade()).code).toBe(1);
    await has({ 'running-gateway': ['g3'], fails: [], calls: [] });
    const { code, said, calls } = await upgrade();
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('Going on') });
    expect(said).not.toContain('a new backup');
    const ofGateways = calls.filter((call) => /gateway=2 gateway$|^stop.* g/.test(call));
    const fill = filled('gateway', 2);
    expect(ofGateways).toEqual([...fill, 'stop -t 30 g3', ...fill]);
    expect(calls.indexOf('compose rm -f gateway')).toBeLessThan(calls.indexOf(fill[0] ?? ''));
    expect(calls.at(-1)).toContain('--scale gateway=2');
    expect((await upgrade()).said).toContain('wants a folder of its own');
  });

  it('leaves a cluster alone whose stores run elsewhere, and says how to go on', async () => {
    await has({ services: ['migrate', 'gateway', 'ingestion', 'evolution'] });
    const { code, said, calls } = await upgrade();
    expect(code).toBe(1);
    expect(said).toContain('docs/operations/compose.md');
    expect(calls).toEqual(['compose config --services']);
  });
});
