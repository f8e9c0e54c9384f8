// Mints the cluster's secrets once, and lays out for each service what it may know and nothing else:
//   mint-secrets.mjs <folder>      writes <folder>/<service>/<name>
// Run again it changes nothing: what was minted stands in <folder>/root/secrets.json, which no service mounts.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('usage: mint-secrets.mjs <folder>\n');
  process.exit(2);
}

/** Letters and digits only: it stands in URLs and in configuration files. */
const secret = (bytes = 24) => randomBytes(bytes).toString('hex');

/** Whole or not at all. Readable by any user of the containers that mount it: they run as different ones. */
function write(path, content) {
  writeFileSync(`${path}.new`, content, { mode: 0o444, flush: true });
  renameSync(`${path}.new`, path);
}

const root = join(folder, 'root');
const kept = join(root, 'secrets.json');
mkdirSync(root, { recursive: true, mode: 0o700 });
if (!existsSync(kept)) {
  const names = ['owner', 'gateway', 'ingestion', 'evolution', 'redis', 'qdrant'];
  const minted = Object.fromEntries(names.map((name) => [name, secret()]));
  write(kept, JSON.stringify({ ...minted, admin: `pk_${secret(32)}` }));
  chmodSync(kept, 0o400);
}
const s = JSON.parse(readFileSync(kept, 'utf8'));
// What a later release added: minted into what an earlier one kept.
if (s.grafana === undefined) {
  s.grafana = secret();
  chmodSync(kept, 0o600);
  write(kept, JSON.stringify(s));
  chmodSync(kept, 0o400);
}

const postgres = process.env.POSTGRES_ADDRESS ?? 'postgres:5432/personate';
const redis = process.env.REDIS_ADDRESS ?? 'redis:6379';
const database = (role) => `postgres://personate_${role}:${s[role]}@${postgres}`;
const layout = {
  postgres: { password: s.owner },
  redis: {
    'redis.conf': [
      `requirepass ${s.redis}`,
      // Queued pokes survive a restart; a full memory refuses new ones rather than dropping old ones.
      'appendonly yes',
      'appendfsync everysec',
      'maxmemory-policy noeviction',
      'dir /data',
      '',
    ].join('\n'),
    password: s.redis,
  },
  qdrant: { 'secret.yaml': `service:\n  api_key: ${s.qdrant}\n  jwt_rbac: true\n` },
  migrate: {
    'database-url': database('owner').replace('personate_owner', 'personate'),
    'gateway-password': s.gateway,
    'ingestion-password': s.ingestion,
    'evolution-password': s.evolution,
  },
  gateway: {
    'database-url': database('gateway'),
    'redis-url': `redis://:${s.redis}@${redis}`,
    'admin-key': s.admin,
  },
  ingestion: {
    'database-url': database('ingestion'),
    'redis-url': `redis://:${s.redis}@${redis}`,
    'qdrant-api-key': s.qdrant,
  },
  grafana: { 'grafana-password': s.grafana },
  evolution: {
    'database-url': database('evolution'),
    'redis-url': `redis://:${s.redis}@${redis}`,
  },
};
for (const [service, files] of Object.entries(layout)) {
  mkdirSync(join(folder, service), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, service, name);
    if (!existsSync(path) || readFileSync(path, 'utf8') !== content) write(path, content);
  }
}
process.stdout.write('The secrets are in place.\n');
