import { PersonaRepository, type Database } from '../../src/index.ts';
import { personaDocument } from './persona-document.ts';

export async function makePersonas(database: Database, ...personaIds: string[]): Promise<void> {
  const personas = new PersonaRepository(database.kysely);
  for (const id of personaIds) {
    await personas.create(personaDocument(id), { origin: 'operator', note: 'made' });
  }
}
