import type { Pool } from 'pg';
import type { TableShape } from './table-shape.ts';

export interface TableDigest {
  rows: number;
  /** Over the whole rows, whatever their order; the same rows have the same in every database. */
  digest: string;
}

export async function digestTable(
  pool: Pool,
  { name, only, row }: TableShape,
): Promise<TableDigest> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // Instants and bytes are compared as they are written.
    await client.query(`set local time zone 'UTC'`);
    await client.query(`set local bytea_output = 'hex'`);
    const { rows } = await client.query<{ n: string; digest: string }>(
      `select count(*)::text as n, coalesce(sum(
         ('x' || left(encode(sha256(convert_to((${row})::text, 'UTF8')), 'hex'), 15))::bit(60)::bigint
       ), 0)::text as digest from ${name} t where ${only}`,
    );
    return { rows: Number(rows[0]?.n ?? 0), digest: rows[0]?.digest ?? '' };
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}
