import { describe, expect, it } from '@jest/globals';
import type { PersonaDocumentInput } from '@personate/contracts';
import type { Speaker } from '@personate/language';
import { openTokenCounter } from '@personate/personas';
import {
  explainTurn,
  usualAspects,
  type AnswerTurnDeps,
  type AnswerTurnInput,
  type AspectModel,
} from '../src/index.ts';
import { asked, facts, ida, openWorld, type World } from './memory-world.ts';

const wry: PersonaDocumentInput = {
  ...ida,
  persona: {
    ...ida.persona,
    traits: [{ name: 'dry-humoured', strength: 0.9 }],
    voice: { humour: 'Deadpan and against herself.' },
  },
};
const known = [
  ...facts,
  { id: 'wry', text: 'I varnish my boats in April, and the varnish complained like a wet cat.' },
];
const silent: Speaker = {
  name: 'endpoint',
  model: 'small',
  speak: () => {
    throw new Error('nothing is to be spoken');
  },
};
const explain = async (
  deps: AnswerTurnDeps,
  question: string,
  more: Partial<AnswerTurnInput> = {},
) => explainTurn({ ...deps, countTokens: openTokenCounter() }, asked(question, more));
const conversation = (question: string): Pick<AnswerTurnInput, 'messages'> => ({
  messages: [
    { role: 'user', content: 'Which wood do you plank your boats in?' },
    { role: 'assistant', content: 'I plank my boats in larch from Norway.' },
    { role: 'user', content: question },
  ],
});

describe('humour', () => {
  const when = 'What happens when you varnish your boats in April? 😄';

  it('gives a model one line, with own humorous words that are like the question', async () => {
    const world = await openWorld(silent, wry, known);
    const told = await explain(world.deps, when);
    expect(told.aspects?.humour).toMatchObject({ called: true, reason: 'playful' });
    const part = told.prompt?.parts.find(({ name }) => name === 'humour');
    expect(part?.text).toContain('the varnish complained like a wet cat');
    const off = await explain(world.deps, when, { aspects: { humour: 'off' } });
    expect(off.aspects?.humour).toMatchObject({ called: false, reason: 'switched-off' });
    expect(off.prompt?.parts.map(({ name }) => name)).not.toContain('humour');
  });

  it.each([
    ['Do you varnish your boats while you mourn your father? 😄', 'painful'],
    ['Are you a real person? 😄', 'sincere'],
    ['I feel so sad today', 'feeling'],
    ['What is the capital of Mongolia? 😄', 'declined'],
  ])('is never called for by: %s', async (question, reason) => {
    const world = await openWorld(silent, wry, known);
    const told = await explain(world.deps, question);
    expect(told.aspects?.humour).toMatchObject({ called: false, reason });
  });

  it('stays away from what was painful a moment ago, and a model is told so', async () => {
    const world = await openWorld(silent, wry, known);
    const told = await explain(world.deps, when, {
      messages: [
        { role: 'user', content: 'My mother died last week.' },
        { role: 'assistant', content: 'I am sorry.' },
        { role: 'user', content: when },
      ],
    });
    expect(told.aspects?.humour.reason).toBe('painful');
    expect(told.prompt?.messages.at(-1)?.content).toContain('Humour: none in this reply');
  });

  it('is not called for where it is not of its nature, unless a laugh is asked for', async () => {
    const world = await openWorld(undefined, ida, known);
    expect((await explain(world.deps, when)).aspects?.humour.reason).toBe('not-its-nature');
    const asked = 'What is the funniest thing about varnish in April?';
    expect((await explain(world.deps, asked)).aspects?.humour.reason).toBe('asked-for');
  });

  it('tells something of its own for a joke, with its document, where none was written for it', async () => {
    const world = await openWorld(undefined, wry, known);
    const { text, last } = await world.ask('Tell me a joke');
    expect(text).toContain('wet cat');
    expect(last).toMatchObject({ extension: { citations: [{ documentId: 'wry' }] } });
    const none = await openWorld(undefined, wry, facts);
    expect((await none.ask('Tell me a joke')).last).toMatchObject({
      extension: { citations: [], reason: 'small-talk' },
    });
  });
});

/** Answers what a test wrote, and counts. */
function answering(value: unknown): AspectModel & { asked: number; seen: string } {
  const model = {
    name: 'tiny',
    asked: 0,
    seen: '',
    async ask<Value>(request: Parameters<AspectModel['ask']>[0]): Promise<{ value: Value | null }> {
      model.asked += 1;
      model.seen = request.messages.map(({ content }) => content).join('\n');
      const parsed = request.schema.safeParse(value);
      return { value: parsed.success ? (parsed.data as Value) : null };
    },
  };
  return model;
}

function withModel(world: World, aspect: 'understanding' | 'humour', model: AspectModel): World {
  const deps: AnswerTurnDeps = {
    ...world.deps,
    aspects: { ...usualAspects, [aspect]: { by: 'model' } },
    aspectModel: () => model,
  };
  return { ...world, deps };
}

describe('understanding', () => {
  it('makes a follow-up stand alone by rules, and takes it as it is when switched off', async () => {
    const { deps } = await openWorld(silent, ida, known);
    const asked = conversation('Where does it come from?');
    const told = await explain(deps, '', asked);
    expect(told.aspects?.understanding).toEqual({ by: 'embedded', resolved: true });
    expect(told.understood).toContain('plank');
    const off = await explain(deps, '', { ...asked, aspects: { understanding: 'off' } });
    expect(off.understood).toBe('Where does it come from?');
    expect(off.aspects?.understanding).toEqual({ by: 'off', resolved: false });
  });

  it('by a model of its own is the question that the model makes of it', async () => {
    const model = answering({ followUp: true, question: 'Where does the larch come from?' });
    const { deps } = withModel(await openWorld(silent, ida, known), 'understanding', model);
    const told = await explain(deps, '', conversation('Where does it come from?'));
    expect(told.understood).toBe('Where does the larch come from?');
    expect(told.aspects).toMatchObject({
      understanding: { by: 'model', resolved: true },
      models: { understanding: 'tiny' },
    });
    expect(model.seen).toContain('I plank my boats in larch');
    await explain(deps, 'Which wood do you plank your boats in?');
    expect(model.asked).toBe(1);
  });

  it.each([
    ['brings a name of its own', { followUp: true, question: 'Did Einstein like larch?' }],
    ['gives no question', { followUp: true, question: '' }],
    ['gives no object', 'larch'],
  ])('goes by rules where the model %s', async (_, value) => {
    const world = await openWorld(silent, ida, known);
    const { deps } = withModel(world, 'understanding', answering(value));
    const told = await explain(deps, '', conversation('Where does it come from?'));
    expect(told.understood).toContain('plank');
    expect(told.aspects?.understanding).toMatchObject({ by: 'model', fellBack: true });
  });

  it('waits for the model no longer than it is set to, and goes by rules', async () => {
    const late: AspectModel = {
      name: 'late',
      ask: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    };
    const world = await openWorld(silent, ida, known);
    const { deps } = withModel(world, 'understanding', late);
    const hurried = { ...deps, aspects: { ...usualAspects, ...deps.aspects, timeoutMs: 20 } };
    const told = await explain(hurried, '', conversation('Where does it come from?'));
    expect(told.understood).toContain('plank');
    expect(world.warnings).toMatchObject([{ fields: { code: 'model.late' } }]);
  });
});

describe('an aspect', () => {
  it('is as the persona says, unless the request says otherwise, else as the server is set', async () => {
    const own = { ...wry, aspects: { humour: { by: 'off' as const } } };
    const world = await openWorld(silent, own, known);
    const asked = 'Which wood do you plank your boats in? 😄';
    const told = await explain(world.deps, asked);
    expect(told.aspects).toMatchObject({ humour: { by: 'off' }, tone: { by: 'embedded' } });
    const over = await explain(world.deps, asked, { aspects: { humour: 'embedded' } });
    expect(over.aspects?.humour.by).toBe('embedded');
  });

  it('that wants a model where the server has none goes without', async () => {
    const own = { ...wry, aspects: { humour: { by: 'model' as const, model: 'big' } } };
    const { deps } = await openWorld(silent, own, known);
    const told = await explain(deps, 'Which wood do you plank your boats in? 😄');
    expect(told.aspects?.humour).toMatchObject({ by: 'embedded', fellBack: true, called: true });
  });

  it('of humour by a model asks it once, and never where humour is forbidden', async () => {
    const model = answering({ called: false });
    const { deps } = withModel(await openWorld(silent, wry, known), 'humour', model);
    const told = await explain(deps, 'Which wood do you plank your boats in? 😄');
    expect(told.aspects?.humour).toEqual({ by: 'model', called: false, reason: 'not-now' });
    await explain(deps, 'Do you mourn your father?');
    expect(model.asked).toBe(1);
  });
});
