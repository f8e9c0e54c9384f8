// Mints the cluster's secrets once, and lays out for each service what it may know and nothing else:
//   mint-secrets.mjs <folder>      writes <folder>/<service>/<name>
// Run again it changes nothing: what was minted stands in <folder>/root/secrets.json, which no service mounts.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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

const postgres = process.env.POSTGRES_ADDRESS ?? 'postgres:5432/personate';
const redis = process.env.REDIS_ADDRESS ?? 'redis:6379';
const database = (s, role) => `postgres://personate_${role}:${s[role]}@${postgres}`;
const layoutOf = (s) => ({
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
    'database-url': database(s, 'owner').replace('personate_owner', 'personate'),
    'gateway-password': s.gateway,
    'ingestion-password': s.ingestion,
    'evolution-password': s.evolution,
  },
  gateway: {
    'database-url': database(s, 'gateway'),
    'redis-url': `redis://:${s.redis}@${redis}`,
    'admin-key': s.admin,
  },
  ingestion: {
    'database-url': database(s, 'ingestion'),
    'redis-url': `redis://:${s.redis}@${redis}`,
    'qdrant-api-key': s.qdrant,
  },
  grafana: { 'grafana-password': s.grafana },
  evolution: {
    'database-url': database(s, 'evolution'),
    'redis-url': `redis://:${s.redis}@${redis}`,
  },
});

/**
 * The files in it are for any user of the containers that mount them: on this machine nobody else may get to them.
 * Where others may enter the folder and it is not to be closed, nothing is minted.
 */
function close(names) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if ((statSync(folder).mode & 0o077) === 0) return;
  const others = readdirSync(folder).filter((name) => !names.includes(name));
  if (others.length > 0)
    refuse(
      `holds more than secrets (${others.slice(0, 3).join(', ')}): name a folder of their own.`,
    );
  try {
    chmodSync(folder, 0o700);
  } catch (error) {
    // In the container it is part of an image that nobody writes to, and each folder in it is a volume.
    if (error.code === 'EROFS') return;
    refuse(`cannot be closed (${error.code}): chmod 700 it first, as its owner.`);
  }
}

function refuse(why) {
  process.stderr.write(`Others may enter ${folder}, and it ${why}\n`);
  process.exit(1);
}

const root = join(folder, 'root');
const kept = join(root, 'secrets.json');
close(['root', ...Object.keys(layoutOf({}))]);
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
for (const [service, files] of Object.entries(layoutOf(s))) {
  mkdirSync(join(folder, service), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, service, name);
    if (!existsSync(path) || readFileSync(path, 'utf8') !== content) write(path, content);
  }
}
process.stdout.write('The secrets are in place.\n');
