import { expect, it } from '@jest/globals';
import { personaDocumentSchema, type SearchResult } from '@personate/contracts';
import { tellAsSelf } from './tell-as-self.ts';

const persona = personaDocumentSchema.parse({
  id: 'ida',
  name: 'Ida Berg',
  subject: { kind: 'fictional' },
  disclosure: 'A synthetic persona.',
  persona: { summary: 'Ida Berg is a boat builder. She lives in Kiel.' },
});
const record = (text: string, stance: SearchResult['stance'] = 'about') =>
  [{ text, stance }] as SearchResult[];
const told = (text: string, evidence: SearchResult[], language = 'en') =>
  tellAsSelf(text, { evidence, language, persona });
const written = 'The keel came from the yard in Laboe, which Ida Berg bought in 1999.';

it('tells what a model copied from others’ record of the persona in the first person', () => {
  expect(told(`${written} `, record(written))).toBe(
    'The keel came from the yard in Laboe, which I bought in 1999. ',
  );
});

it('leaves alone what is no copy, what is its own words, and what is in another language', () => {
  expect(told('You may call Ida Berg a builder of boats.', record(written))).toContain('Ida Berg');
  expect(told(written, record(written, 'by'))).toBe(written);
  expect(told(written, record(written), 'de')).toBe(written);
});
