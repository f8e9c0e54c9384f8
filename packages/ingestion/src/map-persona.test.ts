import { expect, it } from '@jest/globals';
import type { PersonaSummary } from '@personate/contracts';
import { mapPersona, type MapPersonaDeps } from './map-persona.ts';

it('a persona that is out of service is not mapped: its map quotes what it knows', async () => {
  const persona = { name: 'Ada', status: 'archived', headVersion: 1 } as PersonaSummary;
  const unread = () => {
    throw new Error('it was read');
  };
  const deps: MapPersonaDeps = {
    personas: { get: () => Promise.resolve(persona), version: unread },
    generations: { find: unread },
    corpus: { mapped: unread },
  };
  const { signal } = new AbortController();
  await expect(
    mapPersona(deps, { personaId: 'ada', audience: ['public'], signal }),
  ).rejects.toMatchObject({ code: 'persona.archived' });
});
