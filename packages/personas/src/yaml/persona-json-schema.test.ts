import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { personaJsonSchema, resolveReference } from './persona-json-schema.ts';

describe('docs/persona.schema.json', () => {
  it('is the schema that the code reads personas with', async () => {
    const published = new URL('../../../../docs/persona.schema.json', import.meta.url);
    const text = await readFile(published, 'utf8');
    // Written by `npm run generate`.
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(personaJsonSchema)));
  });

  it('refuses unknown keys and asks for no field that has a default', () => {
    const persona = resolveReference(personaJsonSchema);
    expect(persona.additionalProperties).toBe(false);
    expect(persona.required).toEqual(['id', 'name', 'subject', 'disclosure']);
  });
});
