import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personaDocumentSchema, type PersonaDocumentInput } from '@personate/contracts';
import { PersonaRepository, type Database } from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { chooseExample } from './choose-example.ts';

let database: Database;
let personas: PersonaRepository;
beforeAll(async () => {
  database = await openTestDatabase();
  personas = new PersonaRepository(database.kysely);
}, 120_000);
afterAll(() => database.close());

const make = (id: string, kind: PersonaDocumentInput['subject']['kind']) =>
  personas.create(
    personaDocumentSchema.parse({ id, name: 'Ada', subject: { kind }, disclosure: 'Synthetic.' }),
    { origin: 'operator', note: 'made' },
  );

describe('the first question to try', () => {
  it('is never put to a persona that would not answer for want of consent', async () => {
    await make('ada', 'real');
    expect(await chooseExample(personas)).toBeNull();
    await make('bea', 'historical');
    expect(await chooseExample(personas)).toMatchObject({ personaId: 'bea' });
    await personas.withdrawConsent('bea', { by: 'k' });
    expect(await chooseExample(personas)).toBeNull();
    const given = { basis: 'She agreed.', evidence: 'Her letter.' };
    await personas.giveConsent('ada', given);
    expect(await chooseExample(personas)).toMatchObject({ personaId: 'ada' });
  });
});
