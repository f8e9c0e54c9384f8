import { parseArgs } from 'node:util';
import { explain, readConfig } from '@personate/chassis';
import { checkUpgrade, migrateCluster } from './migrate-cluster.ts';

// The one step that changes the schema; it runs as the database's owner, ends, and can be run again. With --check it
// says what it would do, and fails where it would refuse.
try {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const { config } = readConfig(process.env, ['DATABASE_URL']);
  if (values.check) {
    const missing = await checkUpgrade(config);
    process.stderr.write(`The database is known; ${missing.length} migrations are to be run.\n`);
  } else {
    await migrateCluster(config);
    process.stderr.write('The database is up to date.\n');
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
