import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '@personate/chassis';
import { PostgresKnowledgeStores } from '@personate/knowledge-pgvector';
import {
  ensureRoles,
  missingMigrations,
  openDatabase,
  openRepositories,
  type Service,
} from '@personate/records';

/** Brings the schema up to date and gives each service its role, with a password where a folder has one. */
export async function migrateCluster(
  config: Pick<Config, 'databaseUrl' | 'rolePasswordsDir' | 'knowledge'>,
): Promise<void> {
  const { databaseUrl = '', rolePasswordsDir } = config;
  const database = await openDatabase({ kind: 'postgres', url: databaseUrl, max: 2 });
  try {
    // Only the owner may make the extension and the schema; the roles are given what is in it.
    if (config.knowledge.store === 'pgvector') {
      const { statistics } = openRepositories(database.kysely);
      await new PostgresKnowledgeStores({ pool: database.pool, statistics }).ensureSchema();
    }
    if (rolePasswordsDir === undefined) return;
    const password = async (service: Service): Promise<string> =>
      (await readFile(join(rolePasswordsDir, `${service}-password`), 'utf8')).trim();
    await ensureRoles(database.pool, {
      passwords: {
        gateway: await password('gateway'),
        ingestion: await password('ingestion'),
        evolution: await password('evolution'),
      },
    });
  } finally {
    await database.close();
  }
}

/** Migrations that an upgrade would run; nothing is changed. @throws ExpectedError `database.newer`. */
export async function checkUpgrade({
  databaseUrl = '',
}: Pick<Config, 'databaseUrl'>): Promise<string[]> {
  const database = await openDatabase({
    kind: 'postgres',
    url: databaseUrl,
    max: 1,
    migrate: false,
  });
  try {
    return await missingMigrations(database.kysely);
  } finally {
    await database.close();
  }
}
