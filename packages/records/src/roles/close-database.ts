import type { PoolClient } from 'pg';

const notAllowed = '42501';

/**
 * Takes from everybody what a new database gives to everybody: to connect, and to make temporary tables, which fill the
 * disk. The given roles may connect. Where somebody else owns the database, as with a managed server, it is left as it
 * is; so are `postgres` and `template1` where the server has databases of others beside ours.
 */
export async function closeDatabase(client: PoolClient, roles: readonly string[]): Promise<void> {
  await client.query('savepoint closing');
  try {
    await close(client, roles);
  } catch (error) {
    if ((error as { code?: unknown }).code !== notAllowed) throw error;
    await client.query('rollback to savepoint closing');
  }
  await client.query('release savepoint closing');
}

async function close(client: PoolClient, roles: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string; own: boolean; ours: boolean }>(
    `select format('%I', datname) as name, datname = current_database() as own,
       pg_has_role(current_user, datdba, 'usage') as ours
     from pg_database where datallowconn order by 1`,
  );
  const own = rows.find((database) => database.own);
  if (own?.ours !== true) return;
  await client.query(`revoke connect, temporary on database ${own.name} from public`);
  await client.query(`revoke all on database ${own.name} from ${roles.join(', ')}`);
  await client.query(`grant connect on database ${own.name} to ${roles.join(', ')}`);
  const beside = rows.filter((database) => !database.own);
  if (!beside.every(({ name, ours }) => ours && comeWithTheServer.has(name))) return;
  for (const { name } of beside)
    await client.query(`revoke connect, temporary on database ${name} from public`);
}

const comeWithTheServer = new Set(['postgres', 'template1']);
