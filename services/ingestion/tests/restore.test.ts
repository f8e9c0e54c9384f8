import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import { openDatabase, openRepositories, type Database } from '@personate/records';
import { bundleProgram, canTestPostgres, startPostgres, type PostgresServer } from '@personate/records/testing'; // prettier-ignore
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'; // prettier-ignore
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../../..');
const what = 'a restore of the compose cluster on a Postgres';
const possible = await canTestPostgres(what, { url: undefined, extension: 'vector' });

/** Does in the Postgres of this test, and in a folder of uploads, what the containers would do in theirs. */
const engine = (migrate: string, replay: string) => `#!/usr/bin/env bash
echo "$*" >>"$ENGINE/calls"
program() { cd ${root} && DATABASE_URL="postgres://$1@127.0.0.1:$PGPORT/personate" PERSONATE_KNOWLEDGE_STORE=pgvector \\
  PERSONATE_ROLE_PASSWORDS_DIR="$ENGINE/passwords" PERSONATE_UPLOADS_DIR="$ENGINE/uploads" PERSONATE_MODELS_DIR="$ENGINE/models" \\
  ${process.execPath} "\${@:2}"; }
case "$*" in
  'compose up '* | 'compose stop '*) ;;
  'compose config --services') printf 'postgres\\nredis\\ngateway\\ningestion\\nevolution\\n' ;;
  'compose ps -q ingestion') echo i1 ;;
  'compose exec -T ingestion tar '*) tar -C "$ENGINE/uploads" -cf - . ;;
  'compose exec -T postgres pg_restore -U '*) [ ! -e "$ENGINE/dies" ] || exit 137; exec "\${@:5}" ;;
  'compose exec -T postgres '*) exec "\${@:5}" ;;
  'compose run --rm -T --no-deps migrate') program personate ${migrate} ;;
  'compose run --rm -T --no-deps migrate node services/ingestion/dist/replay/main.js '*) program personate ${replay} "\${@:9}" ;;
  'compose run --rm -T --no-deps ingestion node services/ingestion/dist/replay/main.js') program personate_ingestion ${replay} ;;
  'compose run --rm -T --no-deps ingestion sh -c '*) exec bash -c "\${9//\\/var\\/lib\\/personate\\/uploads/$ENGINE/uploads}" ;;
  *) exit 64 ;;
esac
`;

(possible ? describe : describe.skip)(what, () => {
  let folder: string;
  let backup: string;
  let server: PostgresServer;
  let erasedAfter: () => Promise<void>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'personate-restore-'));
    for (const name of ['uploads', 'models', 'passwords']) await mkdir(join(folder, name));
    for (const service of ['gateway', 'ingestion', 'evolution'])
      await writeFile(join(folder, 'passwords', `${service}-password`), randomUUID());
    await writeFile(join(folder, 'uploads', 'diary.txt'), 'A lantern.');
    const [migrate, replay] = await Promise.all(
      ['migrate.ts', 'replay/main.ts'].map((file) =>
        bundleProgram(join(root, 'services/ingestion/src', file)),
      ),
    );
    await writeFile(join(folder, 'docker'), engine(migrate ?? '', replay ?? ''));
    await chmod(join(folder, 'docker'), 0o755);
    server = await startPostgres();
    const admin = await openDatabase({ kind: 'postgres', url: server.url, migrate: false });
    await admin.pool.query('create role personate superuser login');
    await admin.pool.query('create database personate owner personate');
    await admin.close();
    await run(join(folder, 'docker'), 'compose run --rm -T --no-deps migrate'.split(' '), { env: env() }); // prettier-ignore
    erasedAfter = await inDatabase(async (database) => {
      const { keys, personas } = openRepositories(database.kysely);
      const document = { id: 'otto', name: 'Otto', subject: { kind: 'fictional' }, disclosure: 'A synthetic persona.' }; // prettier-ignore
      await personas.create(personaDocumentSchema.parse(document), { origin: 'operator', note: 'made' }); // prettier-ignore
      const { record } = await keys.create({ name: 'b', scopes: ['chat'], personas: null, vouchesForUser: false, inlineCitations: false, audience: [] }); // prettier-ignore
      for (const user of ['ann', 'ben'])
        await database.pool.query(
          `insert into records.conversation (conversation_id, persona_id, user_id, key_id, title, created_at, last_at)
            values ($1, 'otto', $2, 'k', 'Boats', now() - interval '1 day', now())`,
          [randomUUID(), user],
        );
      return () =>
        inDatabase(async (later) => {
          const records = openRepositories(later.kysely);
          await records.keys.revoke(record.keyId);
          await records.personas.withdrawConsent('otto', { by: 'admin' });
          await later.pool.query(`delete from records.conversation where user_id = 'ann'`);
          const digest = createHash('sha256').update('saltann').digest('hex');
          await later.pool.query(
            `insert into records.erasure (erasure_id, scope, salt, digest, removed, status, requested_by, requested_at, finished_at)
              values ($1, 'user', 'salt', $2, '{"conversations": 1}', 'done', 'admin', now(), now())`,
            [randomUUID(), digest],
          );
        });
    });
    backup = join(folder, 'kept');
    await run(join(root, 'scripts', 'backup'), [backup], { env: env() });
  }, 240_000);
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => writeFile(join(folder, 'calls'), ''));

  const env = () => ({ ...process.env, ENGINE: folder, PGHOST: '127.0.0.1', PGPORT: new URL(server.url).port, PATH: [folder, process.env['PATH']].join(delimiter) }); // prettier-ignore
  async function inDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const url = server.url.replace(/postgres$/, 'personate');
    const database = await openDatabase({ kind: 'postgres', url, migrate: 'check' });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }
  /** Who and what is served once it is up. */
  const served = () =>
    inDatabase(async ({ pool }) => {
      const { rows } = await pool.query<{ users: string[]; keys: number; given: boolean }>(
        `select (select array_agg(user_id order by 1) from records.conversation) as users,
          (select count(*)::int from records.api_key where revoked_at is null) as keys,
          (select consent_withdrawn_at is null from records.persona where id = 'otto') as given`,
      );
      return rows[0];
    });
  async function restore(args: string[]): Promise<{ code: number; said: string; calls: string }> {
    const ended = await run(join(root, 'scripts', 'restore'), ['--replace', ...args], { env: env(), timeout: 200_000 }).catch((error: unknown) => z.object({ code: z.number(), stderr: z.string() }).parse(error)); // prettier-ignore
    const calls = await readFile(join(folder, 'calls'), 'utf8');
    return { code: 'code' in ended ? ended.code : 0, said: ended.stderr, calls };
  }
  const ledgersKept = async () =>
    (await readdir(backup)).filter((name) => name.startsWith('erasures-of-'));

  it('refuses what it cannot use before anything is stopped or dropped', async () => {
    const ledger = join(folder, 'cut');
    await writeFile(ledger, '{"erasure_id": "1');
    const withLink = await copyOfBackup('link');
    const uploads = join(folder, 'linked');
    await mkdir(uploads);
    await symlink('/run/personate/qdrant-api-key', join(uploads, 'diary.txt'));
    await run('tar', ['-C', uploads, '-cf', join(withLink, 'uploads.tar'), '.']);
    await run('bash', ['-c', 'sha256sum records.dump uploads.tar erasures.jsonl >SHA256SUMS'], { cwd: withLink }); // prettier-ignore
    const unsummed = await copyOfBackup('unsummed');
    await run('bash', ['-c', 'sha256sum uploads.tar >SHA256SUMS'], { cwd: unsummed });

    for (const [args, said] of [
      [[backup, ledger], 'ledger is not an entry'],
      [[withLink], 'neither file nor folder'],
      [[unsummed], 'SHA256SUMS names other files'],
    ] as const) {
      const ended = await restore([...args]);
      expect(ended).toMatchObject({ code: 1, said: expect.stringContaining(said) });
      expect(ended.calls).not.toMatch(/DROP DATABASE|compose stop/);
    }
    expect(await served()).toEqual({ users: ['ann', 'ben'], keys: 1, given: true });
    expect(await ledgersKept()).toEqual([]);
  }, 240_000);

  it('brings back nobody who was erased, no revoked key and no withdrawn consent, also when it broke off before', async () => {
    await erasedAfter();
    await writeFile(join(folder, 'dies'), '');
    const brokenOff = await restore([backup]);
    expect(brokenOff).toMatchObject({ code: 137, said: expect.stringContaining('not whole') });
    expect(brokenOff.calls).toContain('DROP DATABASE');
    expect(await ledgersKept()).toHaveLength(1);

    await rm(join(folder, 'dies'));
    const again = await restore([backup]);
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining('it serves') });
    expect(again.said).toContain('1 keys revoked again, 1 consents withdrawn again.');
    expect(again.said).toContain('1 erasures in the ledger, 1 of them done again.');
    expect(await served()).toEqual({ users: ['ben'], keys: 0, given: false });
  }, 240_000);

  async function copyOfBackup(name: string): Promise<string> {
    await cp(backup, join(folder, name), { recursive: true });
    return join(folder, name);
  }
});
