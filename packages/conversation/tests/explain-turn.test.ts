import { describe, expect, it } from '@jest/globals';
import { explanationSchema, ExpectedError } from '@personate/contracts';
import type { Speaker } from '@personate/language';
import { openTokenCounter } from '@personate/personas';
import { explainTurn as explain, type AnswerTurnDeps, type AnswerTurnInput } from '../src/index.ts';
import { asked, ida, openWorld } from './memory-world.ts';

const silent: Speaker = {
  name: 'endpoint',
  model: 'small',
  speak: () => {
    throw new Error('nothing is to be spoken');
  },
};
const countTokens = openTokenCounter();
const explainTurn = (deps: AnswerTurnDeps, input: AnswerTurnInput) =>
  explain({ ...deps, countTokens }, input);

describe('a turn that is explained', () => {
  it('tells what would be sent, and sends, stores and announces nothing', async () => {
    const world = await openWorld(silent);
    const told = await explainTurn(world.deps, asked('Which wood do you plank your boats in?'));
    expect(told).toMatchObject({ decision: 'answered', sent: true, model: 'small', version: 3 });
    expect(told.evidence[0]).toMatchObject({ n: 1, documentId: 'larch', shown: 'whole' });
    expect(told.prompt?.messages.at(-1)?.content).toContain('I plank my boats in larch');
    expect(world.turns).toEqual([]);
    expect(world.pokes).toEqual([]);
  });

  it('counts each part, and the whole as the sum of its messages', async () => {
    const world = await openWorld(silent);
    const { prompt } = await explainTurn(world.deps, asked('Which wood do you plank boats in?'));
    expect(prompt?.tokens).toBe(prompt?.messages.reduce((sum, { tokens }) => sum + tokens, 0));
    expect(prompt?.parts.every(({ tokens, text }) => tokens > 0 && text !== '')).toBe(true);
  });

  it('has the same stable part for every question, so that an endpoint can cache it', async () => {
    const world = await openWorld(silent);
    const one = await explainTurn(world.deps, asked('Which wood do you plank your boats in?'));
    const other = await explainTurn(world.deps, asked('Where did you learn to build boats?'));
    expect(one.prompt?.stable.sha256).toBe(other.prompt?.stable.sha256);
    expect(one.prompt?.messages.at(-1)).not.toEqual(other.prompt?.messages.at(-1));
  });

  it('shows a model how the persona speaks on such an occasion, in its own lines', async () => {
    const greeting = ['Hello, and mind the wet paint.'];
    const world = await openWorld(silent, {
      ...ida,
      knowledgeLimits: { ...ida.knowledgeLimits, smallTalk: { greeting } },
    });
    const { prompt } = await explainTurn(world.deps, asked('Good morning!'));
    const responses = prompt?.parts.find(({ name }) => name === 'responses')?.text;
    expect(responses).toContain('They: Good morning!\nYou: Hello, and mind the wet paint.');
  });

  it('shows no prompt where rules settle it, for none is made', async () => {
    const world = await openWorld(silent);
    const told = await explainTurn(world.deps, asked('What is the capital of Mongolia?'));
    expect(told).toMatchObject({ decision: 'declined', prompt: null, sent: false, modules: [] });
  });

  it('of a client that wants a title is settled by rules, and nothing is looked up for it', async () => {
    const world = await openWorld(silent);
    world.deps.recall = () => Promise.reject(new Error('nothing is to be recalled'));
    const chore =
      '### Task:\nGenerate a concise, 3-5 word title of the chat.\n<chat_history>\nUSER: Which wood do you plank your boats in?\n</chat_history>';
    const told = await explainTurn(world.deps, asked(chore));
    expect(explanationSchema.parse(told)).toMatchObject({
      decision: 'answered',
      reason: 'housekeeping',
      speaker: 'rules',
      sent: false,
      prompt: null,
      evidence: [],
    });
    const { last } = await world.ask(chore);
    expect(last).toMatchObject({ extension: { reason: told.reason, speaker: told.speaker } });
  });

  it('tells the memories of the user whose they are, and of nobody else', async () => {
    const world = await openWorld(silent);
    world.memories.push({
      memoryId: '00000000-0000-4000-8000-0000000000aa',
      personaId: 'ida',
      userId: 'anna',
      text: 'The user rows.',
      quote: 'I row.',
      kind: 'fact',
      slot: null,
      trust: 'stated',
      status: 'active',
      sourceTurnId: '00000000-0000-4000-8000-0000000000ab',
      createdAt: '2026-01-01T00:00:00Z',
    });
    const question = 'Which wood do you plank your boats in?';
    const hers = await explainTurn(world.deps, asked(question, { userId: 'anna' }));
    expect(hers.memories).toMatchObject([{ text: 'The user rows.', shown: 'whole' }]);
    const others = await explainTurn(world.deps, asked(question, { userId: 'bert' }));
    expect(others.memories).toEqual([]);
  });

  it('shows a passage to those alone who may see it', async () => {
    const world = await openWorld(silent);
    const question = 'Where do you keep the keys of the shed?';
    const family = await explainTurn(
      world.deps,
      asked(question, { audience: ['public', 'family'] }),
    );
    expect(family.evidence.map(({ documentId }) => documentId)).toContain('secret');
    const stranger = await explainTurn(world.deps, asked(question));
    expect(JSON.stringify(stranger)).not.toContain('blue bucket');
  });

  it('chooses the typical responses by what their prompts mean', async () => {
    const typicalResponses = ['coffee', 'rain', 'boats', 'dogs', 'larch planks'].map((topic) => ({
      prompt: `What about ${topic}?`,
      response: `On ${topic} I say little.`,
    }));
    const world = await openWorld(silent, {
      ...ida,
      persona: { ...ida.persona, typicalResponses },
    });
    const { modules } = await explainTurn(world.deps, asked('Do you plank boats in larch?'));
    const shown = modules.filter(({ part }) => part === 'responses').map(({ text }) => text);
    expect(shown).toHaveLength(3);
    expect(shown).toContain('On larch planks I say little.');
    expect(shown).toContain('On boats I say little.');
  });

  it('is refused like an answer where consent is withdrawn', async () => {
    const world = await openWorld(silent);
    world.withdrawn.push('ida');
    const refused = await explainTurn(world.deps, asked('Who are you?')).catch((e: unknown) => e);
    expect(refused).toBeInstanceOf(ExpectedError);
    expect(refused).toMatchObject({ code: 'persona.consent-withdrawn' });
  });
});
