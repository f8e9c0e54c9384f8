import { explain, readConfig } from '@personate/chassis';
import { migrateCluster } from './migrate-cluster.ts';

// The one step that changes the schema; it runs as the database's owner, ends, and can be run again.
try {
  const { config } = readConfig(process.env, ['DATABASE_URL']);
  await migrateCluster(config);
  process.stderr.write('The database is up to date.\n');
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
