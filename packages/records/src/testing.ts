export { postgresMissing } from './testing/find-postgres.ts';
export {
  canTestPostgres,
  newTestDatabase,
  type TestDatabase,
  type TestPlace,
} from './testing/new-database.ts';
export { startPostgres, type PostgresServer } from './testing/postgres-server.ts';
