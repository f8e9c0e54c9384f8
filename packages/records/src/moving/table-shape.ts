import type { Pool } from 'pg';
import { movedTables } from './moved-tables.ts';

/** What has to be known of a table to read it in pages and to write it. */
export interface TableShape {
  name: string;
  /** Those that are moved. */
  columns: readonly string[];
  key: readonly string[];
  identities: readonly string[];
  /** SQL over the alias `t`. */
  only: string;
  /** SQL: a whole row as jsonb, without the columns that stay. */
  row: string;
}

/** Those tables that others refer to come first. */
export async function readShapes(pool: Pool): Promise<TableShape[]> {
  const names = Object.keys(movedTables);
  const { rows } = await pool.query<{
    name: string;
    columns: string[];
    key: string[];
    identities: string[];
    needs: string[];
  }>(shapesSql, [names]);
  const found = new Map(rows.map((row) => [row.name, row]));
  const sorted: string[] = [];
  const add = (name: string): void => {
    if (sorted.includes(name)) return;
    const needs = found.get(name)?.needs ?? [];
    for (const other of needs) if (other !== name && found.has(other)) add(other);
    sorted.push(name);
  };
  for (const name of names) add(name);
  return sorted.map((name) => {
    const row = found.get(name);
    if (row === undefined) throw new Error(`there is no table ${name}`);
    const { only = 'true', without = [] } = movedTables[name] ?? {};
    return {
      name,
      columns: row.columns.filter((column) => !without.includes(column)),
      key: row.key,
      identities: row.identities,
      only,
      row: without.reduce((json, column) => `${json} - '${column}'`, 'to_jsonb(t)'),
    };
  });
}

const shapesSql = `
  select n.nspname || '.' || c.relname as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns,
    array(select a.attname::text from pg_index i
      cross join unnest(i.indkey::int2[]) with ordinality as k(attnum, at)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary order by k.at) as key,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attidentity <> '') as identities,
    array(select distinct fn.nspname || '.' || fc.relname from pg_constraint f
      join pg_class fc on fc.oid = f.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
      where f.conrelid = c.oid and f.contype = 'f') as needs
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname || '.' || c.relname = any($1)`;
