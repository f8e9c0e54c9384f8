import type { PersonaDocument } from '@personate/contracts';
import { personaDocumentSchema } from '@personate/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../yaml/seed-hash.ts';
import { diffPersona } from './diff-persona.ts';

function persona(over: Record<string, unknown> = {}): PersonaDocument {
  return personaDocumentSchema.parse({
    id: 'ada',
    name: 'Ada',
    subject: { kind: 'fictional' },
    disclosure: 'Synthetic.',
    ...over,
  });
}

describe('diffPersona', () => {
  it('names list items by what they are', () => {
    const before = persona({
      persona: {
        traits: [
          { name: 'patience', strength: 0.5 },
          { name: 'wit', strength: 0.4 },
        ],
      },
      skills: { skills: [{ skill: 'chess', level: 'dabbled' }] },
    });
    const after = persona({
      persona: { traits: [{ name: 'wit', strength: 0.45 }], behaviours: ['hums'] },
      skills: { skills: [{ skill: 'chess', level: 'practised' }] },
    });
    expect(diffPersona(before, after)).toEqual([
      {
        path: 'persona.traits[patience]',
        before: { name: 'patience', strength: 0.5 },
        after: null,
      },
      { path: 'persona.traits[wit].strength', before: 0.4, after: 0.45 },
      { path: 'persona.behaviours[hums]', before: null, after: 'hums' },
      { path: 'skills.skills[chess].level', before: 'dabbled', after: 'practised' },
    ]);
  });

  it('shows that only an order changed', () => {
    const changes = diffPersona(
      persona({ persona: { behaviours: ['hums', 'nods'] } }),
      persona({ persona: { behaviours: ['nods', 'hums'] } }),
    );
    expect(changes).toEqual([
      {
        path: 'persona.behaviours[order]',
        before: ['hums', 'nods'],
        after: ['nods', 'hums'],
      },
    ]);
  });

  it('is empty exactly when two personas say the same', () => {
    const word = fc.constantFrom('a', 'b', 'a#2', '__proto__', '');
    const lists = fc.record({
      traits: fc.array(fc.record({ name: word, strength: fc.constantFrom(0, 0.5) })),
      behaviours: fc.array(word),
      typicalResponses: fc.array(fc.record({ prompt: word, response: word })),
    });
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        const [a, b] = [persona({ persona: one }), persona({ persona: other })];
        expect(diffPersona(a, b).length === 0).toBe(canonicalJson(a) === canonicalJson(b));
        expect(diffPersona(a, a)).toEqual([]);
      }),
    );
  });
});
