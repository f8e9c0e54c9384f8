import { personaDocumentSchema, type PersonaDocument } from '@personate/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyChosen } from './apply-chosen.ts';
import { diffPersona } from './diff-persona.ts';
import { findConflicts } from './find-conflicts.ts';

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
const sides = { base: before, after, onto: before };
const all = () => true;

describe('applyChosen', () => {
  it('takes one item of a list and leaves the rest as it was', () => {
    const taken = applyChosen(sides, (path) => path === 'persona.traits[candour]');
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
    const { persona: taken } = applyChosen(sides, (path) => paths.includes(path));
    expect(taken.bigFive).toEqual({ openness: 0.7 });
    expect(taken.people).toEqual([{ role: 'uncle' }]);
    expect(taken.traits).toEqual(before.persona.traits);
  });

  it('is the one document when nothing is chosen and the other when all is', () => {
    expect(
      diffPersona(
        applyChosen(sides, () => false),
        before,
      ),
    ).toEqual([]);
    expect(
      diffPersona(
        applyChosen(sides, () => true),
        after,
      ),
    ).toEqual([]);
  });

  it('leaves exactly the changes that were not chosen', () => {
    fc.assert(
      fc.property(fc.subarray(changes.map(({ path }) => path)), (chosen) => {
        const taken = applyChosen(sides, (path) => chosen.includes(path));
        const left = diffPersona(taken, after).map(({ path }) => path);
        const wanted = changes.map(({ path }) => path).filter((path) => !chosen.includes(path));
        const bare = (paths: string[]) =>
          paths.filter((path) => !path.endsWith('[order]')).toSorted();
        expect(bare(left)).toEqual(bare(wanted));
      }),
    );
  });
});

describe('applyChosen onto a document that went on', () => {
  const onto = persona({
    name: 'Ada of now',
    persona: {
      summary: before.persona.summary,
      behaviours: ['Hums'],
      traits: [
        { name: 'calm', strength: 0.9 },
        { name: 'patience', strength: 0.5 },
        { name: 'wit', strength: 0.4, note: 'dry' },
      ],
      timeline: [
        { from: '1998', what: 'Deckhand' },
        { from: '2010', what: 'Teacher' },
      ],
      voice: { openings: ['Well,', 'Aye,'] },
    },
  });

  it('applies what was changed since the base, and keeps all that the document says beyond it', () => {
    expect(findConflicts(changes, diffPersona(before, onto))).toEqual([]);
    const taken = applyChosen({ base: before, after, onto }, all);
    expect(taken).toMatchObject({ name: 'Ada of now', consent: { basis: 'self' } });
    expect(taken.goals).toEqual(after.goals);
    const { traits, behaviours, timeline, voice, summary } = taken.persona;
    expect(summary).toBe('A pilot.');
    expect(behaviours).toEqual(['Hums']);
    expect(traits).toEqual([
      { name: 'calm', strength: 0.9 },
      { name: 'wit', strength: 0.6, note: 'dry' },
      { name: 'candour', strength: 0.7 },
    ]);
    expect(timeline.map(({ what }) => what)).toEqual(['Born', 'Deckhand', 'Pilot', 'Teacher']);
    expect(voice.openings).toEqual(['Aye,', 'Well,', 'Now,']);
  });

  it('leaves away what was taken away since, unless a change within it is chosen', () => {
    const without = persona({
      persona: { ...before.persona, traits: [{ name: 'patience', strength: 0.5 }] },
    });
    const taken = (choose: (path: string) => boolean) =>
      applyChosen({ base: before, after, onto: without }, choose).persona.traits;
    expect(taken((path) => path === 'persona.traits[candour]').map(({ name }) => name)).toEqual([
      'patience',
      'candour',
    ]);
    expect(taken((path) => path === 'persona.traits[wit].strength')).toEqual([
      { name: 'patience', strength: 0.5 },
      { name: 'wit', strength: 0.6 },
    ]);
  });

  it('undoes nothing of it, whatever is chosen', () => {
    const ownPaths = diffPersona(before, onto).map(({ path }) => path);
    fc.assert(
      fc.property(fc.subarray(changes.map(({ path }) => path)), (chosen) => {
        const taken = applyChosen({ base: before, after, onto }, (path) => chosen.includes(path));
        const kept = diffPersona(before, taken).map(({ path }) => path);
        expect(kept.toSorted()).toEqual([...ownPaths, ...chosen].toSorted());
      }),
    );
  });

  it('refuses what would be no persona any more, and says where', () => {
    const starters = (name: string) =>
      persona({ starters: Array.from({ length: 9 }, (_, n) => `${name} ${n}?`) });
    const base = persona({ starters: [] });
    expect(() =>
      applyChosen({ base, after: starters('Who'), onto: starters('When') }, all),
    ).toThrow(
      expect.objectContaining({
        code: 'persona.proposal-unfit',
        message: expect.stringContaining('starters'),
      }),
    );
  });
});

describe('findConflicts', () => {
  const at = (over: Record<string, unknown>) => diffPersona(before, persona({ persona: over }));
  const traits = (...all: object[]) => at({ ...before.persona, traits: all });
  const patience = { name: 'patience', strength: 0.5 };

  it('names what both changed, to different values only', () => {
    const more = traits({ ...patience, strength: 0.7 }, before.persona.traits[1] ?? {});
    const less = traits({ ...patience, strength: 0.2 }, before.persona.traits[1] ?? {});
    expect(findConflicts(more, less)).toEqual(['persona.traits[patience].strength']);
    expect(findConflicts(more, more)).toEqual([]);
  });

  it('names a change within what the other one took away, and the other way round', () => {
    const changed = traits({ ...patience, strength: 0.7 }, before.persona.traits[1] ?? {});
    const gone = traits(before.persona.traits[1] ?? {});
    expect(findConflicts(changed, gone)).toEqual(['persona.traits[patience].strength']);
    expect(findConflicts(gone, changed)).toEqual(['persona.traits[patience]']);
  });
});

describe('a knowledge date that a draft set', () => {
  const at = (asOf: string, day: number, words: number) =>
    persona({
      knowledgeLimits: { asOf },
      persona: { voice: { measured: { words, knowledgeDay: day } } },
    });
  const sides = {
    base: at('2024-09-14', 19_980, 900),
    after: at('2024-10-05', 20_001, 1_200),
    onto: at('2024-09-14', 19_980, 900),
  };

  it('stays the draft’s own, whether it is taken alone or left', () => {
    const alone = applyChosen(sides, (path) => path === 'knowledgeLimits.asOf');
    expect(alone).toEqual(at('2024-10-05', 20_001, 900));
    const left = applyChosen(sides, (path) => path !== 'knowledgeLimits.asOf');
    expect(left).toEqual(at('2024-09-14', 19_980, 1_200));
  });

  it('is so from the first draft on', () => {
    const blank = persona({});
    const first = { base: blank, after: sides.after, onto: blank };
    const taken = applyChosen(first, (path) => path === 'knowledgeLimits.asOf');
    expect(taken.persona.voice.measured).toEqual({ knowledgeDay: 20_001 });
  });
});
