import { ExpectedError } from '@personate/contracts';
import { describe, expect, it } from '@jest/globals';
import { draftDocument, ferryPosts } from '../../../tests/draft-fixtures.ts';
import { minimalPersona } from '../../yaml/minimal-persona.ts';
import { draftPersona } from '../draft-persona.ts';
import type { DraftModel } from './draft-model.ts';

const current = minimalPersona({ id: 'mara-quill', name: 'Mara Quill' });
const about = Array.from({ length: 4 }, (_, n) =>
  draftDocument({
    externalId: `about/${n}`,
    stance: 'about',
    text: `Mara Quill mended clock number ${n} in 1999 for the harbour master, who was her neighbour.`,
  }),
);
const hidden = draftDocument({
  externalId: 'hidden',
  text: 'I want to keep the hidden thing hidden from everybody.',
  audience: ['family'],
});
const documents = [...ferryPosts(), ...about, hidden];

/** Answers each section with what the test says of it. */
function answering(answers: Record<string, unknown>, asked: string[] = []): DraftModel {
  return {
    name: 'small',
    async ask({ name, messages, schema }) {
      asked.push(`${name}: ${messages.map(({ content }) => content).join('\n')}`);
      const parsed = schema.safeParse(answers[name] ?? {});
      return parsed.success ? { value: parsed.data, lost: [] } : { value: null, lost: ['nothing'] };
    },
  };
}

describe('a draft with a model', () => {
  it('takes what cites excerpts, with their documents, and says that a model said it', async () => {
    const { document, items } = await draftPersona({
      current,
      documents,
      model: answering({
        traits: {
          traits: [
            { name: 'Patience', strength: 80, note: 'Waits for engines.', evidence: ['[1]', 2] },
          ],
        },
        voice: {
          humour: { text: 'Dry.', evidence: [1] },
          behaviours: [{ text: 'Waits before answering.', evidence: [2] }],
        },
        goals: {
          goals: [
            {
              goal: 'Listen to the engine first',
              priority: 1,
              influence: 'Asks back.',
              evidence: [1, 2, 3, 4, 5, 6, 7, 8, 9],
            },
          ],
        },
        life: {
          events: [],
          people: [
            {
              role: 'Neighbour',
              note: 'The harbour master.',
              evidence: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
            },
          ],
        },
        summary: { summary: 'Mara Quill pilots a ferry and mends clocks.', evidence: [1] },
      }),
    });
    expect(document.persona.traits[0]).toMatchObject({
      name: 'patience',
      strength: 0.8,
      confidence: 0.58,
    });
    expect(document.persona.traits[0]?.evidence).toHaveLength(2);
    expect(document.persona.voice.humour).toBe('Dry.');
    expect(document.persona.behaviours).toEqual(['Waits before answering.']);
    expect(document.persona.summary).toBe('Mara Quill pilots a ferry and mends clocks.');
    expect(document.persona.people?.map(({ role }) => role)).toContain('neighbour');
    expect(document.goals.goals.map(({ goal }) => goal)).toContain('Listen to the engine first');
    expect(items.filter(({ from }) => from === 'model').map(({ path }) => path)).toContain(
      'persona.summary',
    );
  });

  it('leaves out what cites nothing, what its excerpts do not say, and a year that none of them has', async () => {
    const all = Array.from({ length: 18 }, (_, n) => n + 1);
    const { document, notes } = await draftPersona({
      current,
      documents,
      model: answering({
        traits: { traits: [{ name: 'vanity', strength: 0.9, note: 'Mirrors.', evidence: [99] }] },
        goals: {
          goals: [{ goal: 'Conquer Jupiter', priority: 1, influence: 'Rockets.', evidence: all }],
        },
        life: {
          events: [
            { year: '1888', what: 'Mended a clock', evidence: all },
            { year: '1999', what: 'Mended clocks for the master', evidence: all },
          ],
        },
      }),
    });
    expect(document.persona.traits.map(({ name }) => name)).not.toContain('vanity');
    expect(document.goals.goals.map(({ goal }) => goal)).not.toContain('Conquer Jupiter');
    expect(document.persona.timeline.map(({ from }) => from)).not.toContain('1888');
    expect(notes.join(' ')).toMatch(/traits cites no excerpt.*“Conquer Jupiter” is not in.*1888/su);
  });

  it('shows the model nothing that not everybody may read, and for character own words alone', async () => {
    const asked: string[] = [];
    await draftPersona({ current, documents, model: answering({}, asked) });
    expect(asked.map((text) => text.split(':')[0])).toEqual([
      'traits',
      'voice',
      'goals',
      'skills',
      'summary',
      'life',
    ]);
    expect(asked.join()).not.toContain('hidden');
    for (const text of asked.slice(0, 2)) expect(text).not.toContain('harbour master');
    expect(asked.at(-1)).toContain('harbour master');
  });

  it('is made by counting alone when the model fails, and says so', async () => {
    const model: DraftModel = {
      name: 'small',
      ask: () =>
        Promise.reject(
          new ExpectedError('timeout', 'model.timeout', 'It did not answer.', { fix: 'Wait.' }),
        ),
    };
    const [failed, counted] = [
      await draftPersona({ current, documents, model }),
      await draftPersona({ current, documents }),
    ];
    expect(failed.document).toEqual(counted.document);
    expect(failed.notes.join(' ')).toContain(
      'not heard on traits, voice, goals, skills, summary, life: It did not answer.',
    );
  });

  it('keeps what the model said when its time is up', async () => {
    const model: DraftModel = {
      name: 'slow',
      ask: ({ name, schema }, signal) =>
        name === 'traits'
          ? Promise.resolve({
              value: schema.parse({
                traits: [{ name: 'calm', strength: 0.7, note: 'So it seems.', evidence: [1] }],
              }),
              lost: [],
            })
          : new Promise((_, reject) => {
              signal.addEventListener('abort', () => reject(signal.reason as Error));
            }),
    };
    const { document, notes } = await draftPersona({ current, documents, model, modelMs: 300 });
    expect(document.persona.traits[0]?.name).toBe('calm');
    expect(notes.join(' ')).toContain(
      'not heard on voice, goals, skills, summary, life: Its time was up.',
    );
  });

  it('shows a slow model less of each further section, and keeps what it said in its time', async () => {
    const shown: number[] = [];
    const model: DraftModel = {
      name: 'slow',
      async ask({ messages, schema, endsBy }) {
        shown.push(messages.at(-1)?.content.match(/^\[\d+\] /gmu)?.length ?? 0);
        await new Promise((resolve) => endsBy?.addEventListener('abort', resolve));
        const traits = [{ name: 'calm', strength: 0.7, note: 'So it seems.', evidence: [1] }];
        const read = schema.safeParse({ traits });
        return { value: read.success ? read.data : null, lost: ['the reply: it was cut off'] };
      },
    };
    const { document, notes } = await draftPersona({ current, documents, model, modelMs: 1_200 });
    expect(shown).toEqual([18, 9, 6, 6, 6, 6]);
    expect(document.persona.traits[0]?.name).toBe('calm');
    expect(notes.join(' ')).toContain('on traits this was not usable: the reply: it was cut off');
    expect(notes.join(' ')).toContain('nothing usable on life in its time');
  });

  it('writes over what an earlier draft counted, and over nothing that somebody wrote', async () => {
    const first = await draftPersona({ current, documents });
    const model = answering({
      voice: { register: { text: 'Plain, a little solemn.', evidence: [1] } },
    });
    const second = await draftPersona({ current: first.document, documents, model });
    expect(second.document.persona.voice.register).toBe('Plain, a little solemn.');
    const written = structuredClone(first.document);
    written.persona.voice.register = 'gruff';
    const third = await draftPersona({ current: written, documents, model });
    expect(third.document.persona.voice.register).toBe('gruff');
  });
});
