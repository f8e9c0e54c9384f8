import { expect, it } from '@jest/globals';
import { draftLines } from './draft-lines.ts';

const out = { paint: (_style: unknown, text: string) => text };
const change = (path: string) => ({ path, before: 1, after: 2 });

it('tells the measures of the voice in one line, and of the date only what moved', () => {
  const changes = [
    change('knowledgeLimits.asOf'),
    change('persona.voice.measured.words'),
    change('persona.voice.measured.emoji'),
    change('persona.voice.measured.knowledgeDay'),
  ];
  const lines = draftLines({ changes, items: [], notes: [] }, out);
  expect(lines.filter((line) => line.includes('measured'))).toEqual([
    'persona.voice.measured: 2 numbers counted anew',
  ]);
  expect(lines).toContain('knowledgeLimits.asOf');
});
