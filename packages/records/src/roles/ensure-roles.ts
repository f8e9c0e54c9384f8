import { ExpectedError } from '@personate/contracts';
import type { Pool, PoolClient } from 'pg';
import { closeDatabase } from './close-database.ts';
import {
  columnRights,
  corpusMetadata,
  recordRights,
  services,
  spelledOut,
  type Service,
} from './privileges.ts';
import { scramVerifier } from './scram-verifier.ts';

export interface RolesInput {
  /** What the roles' names begin with: `personate` gives `personate_gateway` and so on. */
  prefix?: string;
  /** Who has one may log in by it; the others are left as they are, new ones without a login. ASCII. */
  passwords?: Partial<Record<Service, string>>;
}

const roleLock = 727_364_002;

/**
 * Gives each service a role that may do what it needs and no more: the gateway's reads no text in `corpus`. To be
 * run after the migrations, by the database's owner; idempotent, and again after an upgrade.
 *
 * @throws ExpectedError `database.roles-forbidden`, `database.role-invalid`
 */
export async function ensureRoles(pool: Pool, input: RolesInput = {}): Promise<void> {
  const { prefix = 'personate', passwords = {} } = input;
  if (!/^[a-z][a-z0-9_]{0,40}$/u.test(prefix)) throw roleInvalid(prefix);
  const role = (service: Service): string => `${prefix}_${service}`;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [roleLock]);
    for (const service of services) await createRole(client, role(service), passwords[service]);
    for (const statement of grants(role)) await client.query(statement);
    await adopt(client, role('ingestion'), role('gateway'));
    await closeDatabase(client, services.map(role));
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw isForbidden(error) ? forbidden(error) : error;
  } finally {
    client.release();
  }
}

async function createRole(client: PoolClient, name: string, password?: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  if (rowCount === 0) await client.query(`create role ${name} nologin`);
  if (password === undefined) return;
  if (!/^[\x21-\x7e]{8,}$/u.test(password)) throw roleInvalid(name);
  await client.query(`alter role ${name} login password '${scramVerifier(password)}'`);
}

/** What was granted before is taken back first: a right that a new version no longer needs is gone then. */
function grants(role: (service: Service) => string): string[] {
  const all = services.map(role).join(', ');
  const [gateway, ingestion] = [role('gateway'), role('ingestion')];
  return [
    'create schema if not exists knowledge',
    ...['records', 'corpus', 'serving', 'knowledge'].map(
      (schema) => `revoke all on schema ${schema} from public, ${all}`,
    ),
    ...['records', 'corpus', 'serving'].map(
      (schema) => `revoke all on all tables in schema ${schema} from public, ${all}`,
    ),
    `grant usage on schema records to ${all}`,
    ...services.flatMap((service) =>
      Object.entries(recordRights).flatMap(([table, rights]) =>
        rights[service] === ''
          ? []
          : [`grant ${spelledOut(rights[service])} on records.${table} to ${role(service)}`],
      ),
    ),
    ...columnRights.map(
      ({ service, table, may, columns }) =>
        `grant ${may} (${columns.join(', ')}) on records.${table} to ${role(service)}`,
    ),
    `grant usage on schema serving to ${gateway}, ${ingestion}`,
    `grant select on all tables in schema serving to ${gateway}`,
    `grant usage on schema knowledge to ${gateway}`,
    `grant usage, create on schema knowledge to ${ingestion}`,
    `grant usage on schema corpus to ${gateway}, ${ingestion}`,
    ...Object.entries(corpusMetadata).map(
      ([table, rights]) => `grant ${rights} on corpus.${table} to ${gateway}`,
    ),
    ...['corpus', 'serving'].map(
      (schema) =>
        `grant select, insert, update, delete on all tables in schema ${schema} to ${ingestion}`,
    ),
  ];
}

/** Tables of knowledge that were made before there were roles: ingestion's from now on, and read by the gateway. */
async function adopt(client: PoolClient, owner: string, reader: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('knowledge.%I', tablename) as name from pg_tables
     where schemaname = 'knowledge' and tableowner <> $1`,
    [owner],
  );
  if (rows.length === 0) return;
  // Only a superuser may give a table to a role that it is no member of.
  const { rows: mine } = await client.query<{ may: boolean }>(
    `select pg_has_role(current_user, $1, 'usage') as may`,
    [owner],
  );
  const joins = mine[0]?.may !== true;
  if (joins) await client.query(`grant ${owner} to current_user`);
  for (const { name } of rows) {
    await client.query(`alter table ${name} owner to ${owner}`);
    await client.query(`grant select on ${name} to ${reader}`);
  }
  if (joins) await client.query(`revoke ${owner} from current_user`);
}

const isForbidden = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '42501';

function forbidden(cause: unknown): ExpectedError {
  return new ExpectedError(
    'unavailable',
    'database.roles-forbidden',
    'This user may not make roles in the database, or does not own it.',
    {
      fix: 'Run the migration as the owner of the database, with the attribute CREATEROLE.',
      cause,
    },
  );
}

function roleInvalid(name: string): ExpectedError {
  return new ExpectedError(
    'invalid',
    'database.role-invalid',
    `The role ${name} has a name or a password that cannot be used.`,
    {
      fix: 'Names: lower-case letters, digits, underscores. Passwords: eight or more ASCII characters without spaces.',
    },
  );
}
