import { openDatabase, PersonaRepository, type Database } from '../../src/index.ts';
import { personaDocument } from './persona-document.ts';

/** A database in memory with these personas in it. */
export async function recordsDatabase(...personaIds: string[]): Promise<Database> {
  const database = await openDatabase({ kind: 'embedded', dataDir: 'memory' });
  const personas = new PersonaRepository(database.kysely);
  for (const id of personaIds) {
    await personas.create(personaDocument(id), { origin: 'operator', note: 'made' });
  }
  return database;
}
