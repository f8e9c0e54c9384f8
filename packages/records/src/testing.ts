export { bundleProgram } from './testing/bundle-program.ts';
export { fillDataDir } from './testing/embedded-template.ts';
export { postgresAccount, postgresMissing } from './testing/find-postgres.ts';
export { openMovingAddress } from './testing/moving-address.ts';
export {
  canTestPostgres,
  newTestDatabase,
  type TestDatabase,
  type TestPlace,
} from './testing/new-database.ts';
export { openTestDatabase, type TestDatabaseOptions } from './testing/open-test-database.ts';
export { startPostgres, type PostgresServer } from './testing/postgres-server.ts';
