import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  qdrantBinaryMissing,
  startQdrant,
  type OwnQdrantServer,
} from '@personate/knowledge-qdrant/testing';
import { redisMissing, startRedis, type RedisServer } from '@personate/queues/testing';
import { openDatabase } from '@personate/records';
import { canTestPostgres, postgresAccount, startPostgres, type PostgresServer } from '@personate/records/testing'; // prettier-ignore
import { makeCertificates, openSslMissing } from './harness/certificates.ts';
import { startCluster, type Cluster } from './harness/cluster.ts';
import { eventually } from './harness/eventually.ts';

const what = 'the services over TLS alone';
const missing = (await openSslMissing()) ?? (await redisMissing()) ?? qdrantBinaryMissing();
if (missing !== null) process.stderr.write(`\nSKIPPED: ${what}: NOT tested, ${missing}.\n\n`);
const possible = missing === null && (await canTestPostgres(what, { url: undefined }));

(possible ? describe : describe.skip)(what, () => {
  let folder: string;
  let postgres: PostgresServer;
  let redis: RedisServer;
  let qdrant: OwnQdrantServer;
  let cluster: Cluster;
  let databaseUrl: URL;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'personate-tls-'));
    const made = await makeCertificates(folder);
    // Postgres runs as a user of its own, and takes no key that others may read.
    await chmod(folder, 0o755);
    await chmod(made.key, 0o600);
    const account = await postgresAccount();
    if (typeof account === 'object') await chown(made.key, account.uid, account.gid);
    postgres = await startPostgres({
      ssl: 'on',
      ssl_cert_file: made.certificate,
      ssl_key_file: made.key,
    });
    redis = await startRedis(made);
    qdrant = await startQdrant({
      QDRANT__SERVICE__ENABLE_TLS: 'true',
      QDRANT__TLS__CERT: made.certificate,
      QDRANT__TLS__KEY: made.key,
    });
    databaseUrl = new URL(postgres.url);
    databaseUrl.search = new URLSearchParams({
      sslmode: 'verify-full',
      sslrootcert: made.authority,
    }).toString();
    cluster = await startCluster({
      postgresUrl: databaseUrl.href,
      redisUrl: redis.url,
      env: { PERSONATE_KNOWLEDGE_STORE: 'qdrant', NODE_EXTRA_CA_CERTS: made.authority },
      envOf: { ingestion: { QDRANT_URL: qdrant.url, QDRANT_API_KEY: qdrant.apiKey } },
    });
  }, 240_000);
  afterAll(async () => {
    await cluster?.stop();
    await qdrant?.stop();
    await redis?.stop();
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('make an export an answer with evidence', async () => {
    await cluster.call('POST', '/v1/personas', { id: 'vera', name: 'Vera Holm', subject: { kind: 'fictional' } }); // prettier-ignore
    const form = new FormData();
    form.set('source', 'notes');
    form.set('self', 'Vera Holm');
    const line = { id: 'boat', author: 'Vera Holm', text: 'My boat is called Sturmvogel, a ketch of 1962.' }; // prettier-ignore
    form.set('file', new Blob([JSON.stringify(line)]), 'notes.jsonl');
    await cluster.call('POST', '/v1/personas/vera/ingestions', form);
    const found = await eventually('the document is found', 90_000, async () => {
      const { results } = await cluster.call<{ results: Array<{ documentId: string }> }>(
        'GET',
        '/v1/personas/vera/knowledge/search?q=What+is+the+boat+called',
      );
      return results[0];
    });
    expect(found.documentId).toBe('boat');
  });

  it('keep no connection to Postgres that is not encrypted', async () => {
    await cluster.call('GET', '/v1/personas');
    const rows = await cluster.rows<{ user: string; ssl: boolean }>(
      `SELECT DISTINCT a.usename AS user, s.ssl FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid)
       WHERE a.usename LIKE 'personate%' ORDER BY 1`,
    );
    expect(rows).toEqual(
      ['evolution', 'gateway', 'ingestion'].map((name) => ({
        user: `personate_${name}`,
        ssl: true,
      })),
    );
  });

  it('are refused where the certificate is of an authority that nobody named', async () => {
    const url = new URL(databaseUrl);
    url.searchParams.delete('sslrootcert');
    await expect(
      openDatabase({ kind: 'postgres', url: url.href, migrate: false }),
    ).rejects.toMatchObject({ code: 'database.unreachable', message: /certificate/ });
  });
});
