import { personaDocumentSchema } from '@personate/contracts';
import type { PersonaDocument } from '@personate/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guardChange } from './guard-change.ts';

const strength = fc.double({ min: 0, max: 1, noNaN: true });
const traits = fc.uniqueArray(
  fc.record({ name: fc.constantFrom('patience', 'wit', 'pride', 'calm'), strength }),
  { selector: ({ name }) => name },
);
const persona = fc
  .record({
    traits,
    openness: strength,
    driftBudget: strength,
    summary: fc.string(),
    asOf: fc.constantFrom('2001-01-01', '2020-01-01'),
    never: fc.array(fc.string()),
    mode: fc.constantFrom('off', 'automatic'),
    disclosure: fc.constantFrom('Synthetic.', 'Not synthetic!'),
  })
  .map(({ traits: all, openness, driftBudget, summary, asOf, never, mode, disclosure }) =>
    personaDocumentSchema.parse({
      id: 'mara',
      name: 'Mara',
      subject: { kind: 'fictional' },
      disclosure,
      persona: { summary, traits: all, bigFive: { openness }, voice: { neverSays: never } },
      knowledgeLimits: { asOf },
      evolution: { driftBudget, mode },
    }),
  );

const guarded = (current: PersonaDocument, document: PersonaDocument): PersonaDocument =>
  guardChange(current, { document, baseVersion: 1, note: '', causedBy: [], as: 'version' })
    ?.document ?? current;

describe('guardChange', () => {
  it('moves no strength beyond the drift budget and touches nothing that says who the persona is', () => {
    fc.assert(
      fc.property(persona, persona, (current, proposed) => {
        const next = guarded(current, proposed);
        const budget = current.evolution.driftBudget + 1e-9;
        expect(next.persona.traits.map(({ name }) => name)).toEqual(
          current.persona.traits.map(({ name }) => name),
        );
        for (const [place, trait] of next.persona.traits.entries()) {
          const before = current.persona.traits[place]?.strength ?? Number.NaN;
          expect(Math.abs(trait.strength - before)).toBeLessThanOrEqual(budget);
          expect(trait.strength).toBeGreaterThanOrEqual(0);
          expect(trait.strength).toBeLessThanOrEqual(1);
        }
        const moved =
          (next.persona.bigFive?.openness ?? 0) - (current.persona.bigFive?.openness ?? 0);
        expect(Math.abs(moved)).toBeLessThanOrEqual(budget);
        const { persona: _now, goals: _goals, ...identity } = next;
        const { persona: _before, goals: _, ...unchanged } = current;
        expect(identity).toEqual(unchanged);
        expect(next.persona.summary).toBe(current.persona.summary);
        expect(next.persona.voice.neverSays).toEqual(current.persona.voice.neverSays);
      }),
    );
  });

  it('drifts no farther than the budget in each of many steps', () => {
    fc.assert(
      fc.property(persona, fc.array(persona, { maxLength: 8 }), (first, proposals) => {
        let current = first;
        for (const proposed of proposals) current = guarded(current, proposed);
        const budget = proposals.length * first.evolution.driftBudget + 1e-9;
        for (const [place, { strength: last }] of current.persona.traits.entries()) {
          expect(Math.abs(last - (first.persona.traits[place]?.strength ?? 0))).toBeLessThanOrEqual(
            budget,
          );
        }
      }),
    );
  });

  it('is no change at all when nothing of it is allowed', () => {
    const current = personaDocumentSchema.parse({
      id: 'a',
      name: 'A',
      subject: { kind: 'fictional' },
      disclosure: 'x',
    });
    const proposal = {
      document: { ...current, name: 'B', disclosure: 'y' },
      baseVersion: 1,
      note: '',
      causedBy: [],
      as: 'version' as const,
    };
    expect(guardChange(current, proposal)).toBeNull();
  });
});
