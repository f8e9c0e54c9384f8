import type { Pool } from 'pg';

/** Dead rows a table must have before it is worth the stop: VACUUM here stands in everybody's way. */
const worthwhile = 1_000;

/** Vacuums and analyses the tables that changed much, one by one, so that others get their turn in between. */
export async function maintainEmbedded(pool: Pool): Promise<void> {
  // PGlite 0.5 never comes to report its counters by itself.
  await pool.query('SELECT pg_stat_force_next_flush()');
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables
     WHERE n_dead_tup > $1 OR n_mod_since_analyze > $1`,
    [worthwhile],
  );
  for (const { name } of rows) await pool.query(`VACUUM (ANALYZE) ${name}`);
}
