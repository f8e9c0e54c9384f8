import type { Database } from '@personate/records';
import { fail, ok, warn, type Check } from './finding.ts';

/** Beyond it leases and retention begin to differ between what the clocks say. */
const clockDiffersMs = 2_000;
const fullShare = 0.9;

/** Postgres: its version, whether connections are left, and how far its clock is from this process's. */
export function checkDatabase(database: Pick<Database, 'pool' | 'kind'>): Check {
  return {
    name: 'database',
    async look() {
      const before = Date.now();
      const { rows } = await database.pool.query<{
        version: string;
        now_ms: number;
        used: number;
        most: number;
      }>(`SELECT current_setting('server_version') AS version,
        (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now_ms,
        (SELECT count(*) FROM pg_stat_activity)::int AS used,
        current_setting('max_connections')::int AS most`);
      const tookMs = Date.now() - before;
      const [row] = rows;
      if (row === undefined) throw new Error('the database told nothing');
      const name =
        database.kind === 'embedded'
          ? `PGlite (Postgres ${row.version}, in this process)`
          : `Postgres ${row.version}`;
      const says = `${name} answers in ${tookMs} ms`;
      const isFull = database.kind === 'postgres' && row.used > row.most * fullShare;
      const aheadMs = Math.round(before + tookMs / 2 - row.now_ms);
      return [
        isFull
          ? fail(
              'database',
              `${says}; ${row.used} of ${row.most} connections are used.`,
              'Lower PERSONATE_DATABASE_POOL, run fewer instances, or raise max_connections.',
            )
          : ok('database', says),
        Math.abs(aheadMs) > clockDiffersMs + tookMs
          ? warn(
              'clock',
              `this process’s clock is ${Math.abs(aheadMs)} ms ${aheadMs > 0 ? 'ahead of' : 'behind'} the database’s.`,
              'Let NTP set both clocks; leases go by the database’s and hold meanwhile.',
            )
          : ok('clock', `within ${clockDiffersMs / 1_000} s of the database’s`),
      ];
    },
  };
}
