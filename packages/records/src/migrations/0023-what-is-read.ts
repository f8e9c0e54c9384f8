import { sql, type Kysely } from 'kysely';

/**
 * What an ingestion reads: an upload with the hash that it had when it came; a path of the server's own only where the
 * server asked. Gateways of before name the column `path`, with null, so no grant can refuse it: who may delete no
 * ingestion is none that reads folders.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Hex; null for what was asked for before, and for what is no upload.
  `ALTER TABLE records.ingestion_job ADD COLUMN sha256 text`,
  `CREATE FUNCTION records.refuse_foreign_path() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.path IS NOT NULL AND NOT has_table_privilege('records.ingestion_job', 'DELETE') THEN
        RAISE EXCEPTION 'this role may have uploads read, no path' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER own_paths BEFORE INSERT OR UPDATE OF path ON records.ingestion_job
    FOR EACH ROW EXECUTE FUNCTION records.refuse_foreign_path()`,
];
