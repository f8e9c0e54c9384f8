import { personaDocumentSchema, type PersonaDocument } from '@personate/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyChosen } from './apply-chosen.ts';
import { diffPersona } from './diff-persona.ts';

function persona(over: Record<string, unknown>): PersonaDocument {
  return personaDocumentSchema.parse({
    id: 'ada',
    name: 'Ada',
    subject: { kind: 'fictional' },
    disclosure: 'Synthetic.',
    ...over,
  });
}

const before = persona({
  persona: {
    traits: [
      { name: 'patience', strength: 0.5 },
      { name: 'wit', strength: 0.4 },
    ],
    timeline: [{ from: '1998', what: 'Deckhand' }],
    voice: { openings: ['Well,', 'Aye,'] },
  },
});
const after = persona({
  consent: { basis: 'self' },
  persona: {
    summary: 'A pilot.',
    bigFive: { openness: 0.7, neuroticism: 0.2 },
    traits: [
      { name: 'wit', strength: 0.6 },
      { name: 'candour', strength: 0.7 },
    ],
    timeline: [
      { from: '1978', what: 'Born' },
      { from: '1998', what: 'Deckhand' },
      { from: '2006', what: 'Pilot' },
    ],
    people: [{ role: 'uncle' }, { role: 'mother' }],
    voice: { openings: ['Aye,', 'Well,', 'Now,'] },
  },
  goals: { goals: [{ goal: 'Bring everybody home' }] },
});
const changes = diffPersona(before, after);

describe('applyChosen', () => {
  it('takes one item of a list and leaves the rest as it was', () => {
    const taken = applyChosen(before, after, (path) => path === 'persona.traits[candour]');
    expect(taken).toEqual({
      ...before,
      persona: {
        ...before.persona,
        traits: [...before.persona.traits, { name: 'candour', strength: 0.7 }],
      },
    });
  });

  it('takes single members of what was not there at all', () => {
    const paths = ['persona.bigFive.openness', 'persona.people[uncle]'];
    const { persona: taken } = applyChosen(before, after, (path) => paths.includes(path));
    expect(taken.bigFive).toEqual({ openness: 0.7 });
    expect(taken.people).toEqual([{ role: 'uncle' }]);
    expect(taken.traits).toEqual(before.persona.traits);
  });

  it('is the one document when nothing is chosen and the other when all is', () => {
    expect(
      diffPersona(
        applyChosen(before, after, () => false),
        before,
      ),
    ).toEqual([]);
    expect(
      diffPersona(
        applyChosen(before, after, () => true),
        after,
      ),
    ).toEqual([]);
  });

  it('leaves exactly the changes that were not chosen', () => {
    fc.assert(
      fc.property(fc.subarray(changes.map(({ path }) => path)), (chosen) => {
        const taken = applyChosen(before, after, (path) => chosen.includes(path));
        const left = diffPersona(taken, after).map(({ path }) => path);
        const wanted = changes.map(({ path }) => path).filter((path) => !chosen.includes(path));
        const bare = (paths: string[]) =>
          paths.filter((path) => !path.endsWith('[order]')).toSorted();
        expect(bare(left)).toEqual(bare(wanted));
      }),
    );
  });
});
