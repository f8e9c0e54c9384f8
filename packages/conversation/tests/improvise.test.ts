import { describe, expect, it } from '@jest/globals';
import {
  improvisedSource,
  personaDocumentSchema,
  type AnswerExtension,
  type PersonaDocumentInput,
} from '@personate/contracts';
import type { Speaker, SpokenPart } from '@personate/language';
import type { AnswerTurnDeps, AnswerTurnInput } from '../src/index.ts';
import { contradicts } from '../src/check/contradicts.ts';
import { asked, facts, hear, ida, openWorld, type Fact } from './memory-world.ts';

type Made = Parameters<NonNullable<AnswerTurnDeps['improvisations']>['record']>[0];

const improvising: PersonaDocumentInput = {
  ...ida,
  knowledgeLimits: { ...ida.knowledgeLimits, improvise: true },
};
const known: Fact[] = [
  ...facts,
  { id: 'brother', text: 'My brother Lars taught me to row when I was seven.' },
];

function saying(text: string): Speaker & { prompts: string[] } {
  const prompts: string[] = [];
  const parts = text.split(/(\s?\[\d\])/u).map((piece): SpokenPart => {
    const n = /\[(\d)\]/u.exec(piece)?.[1];
    return n === undefined ? { type: 'text', text: piece } : { type: 'cite', n: Number(n) };
  });
  return {
    name: 'endpoint',
    model: 'scripted',
    prompts,
    async *speak({ prompt }) {
      prompts.push(prompt.at(-1)?.content ?? '');
      yield* parts;
    },
  };
}

async function asking(
  question: string,
  reply: string,
  options: {
    document?: PersonaDocumentInput;
    input?: Partial<AnswerTurnInput>;
    known?: Fact[];
    /** False: the turn is not, its user was erased. */
    stored?: boolean;
  } = {},
) {
  const speaker = saying(reply);
  const world = await openWorld(speaker, options.document ?? improvising, options.known ?? known);
  const made: Made[] = [];
  const improvisations = { record: async (one: Made) => void made.push(one) };
  const { stored = true } = options;
  const turns = stored ? world.deps.turns : { ...world.deps.turns, append: async () => false };
  const heard = await hear(
    { ...world.deps, turns, improvisations },
    asked(question, options.input),
  );
  const { last, text } = heard;
  if (last?.type !== 'done') throw new Error(`ended with ${last?.type}`);
  const extension: AnswerExtension = last.extension;
  return { text, made, prompts: speaker.prompts, turn: last.turn, ...extension };
}

const sandwich = 'What do you put in your sandwich at noon?';

describe('a persona that may improvise', () => {
  it('makes up what nothing tells, marks it, cites nothing, and keeps it as its own', async () => {
    const cheese = 'I always put smoked cheese in my sandwich.';
    const told = await asking(sandwich, `${cheese} [1]`);
    expect(told).toMatchObject({ text: cheese, decision: 'answered', reason: 'improvised' });
    expect(told.improvised).toEqual([{ startIndex: 0, endIndex: cheese.length }]);
    expect(told.citations).toEqual([]);
    expect(told.made).toEqual([
      {
        personaId: 'ida',
        documentId: told.turn?.turnId,
        author: 'Ida Berg',
        text: cheese,
        audience: [],
      },
    ]);
    expect(told.prompts[0]).toContain('You may make up');
  });

  it('answers from what it made up, once that is a document of its own', async () => {
    const cheese = 'I always put smoked cheese in my sandwich at noon.';
    const later = [...known, { id: 'made', text: cheese }];
    const told = await asking(sandwich, `${cheese} [1]`, { known: later });
    expect(told).toMatchObject({ citations: [{ documentId: 'made' }], made: [] });
    expect(told.improvised).toBeUndefined();
  });

  it.each([
    [
      'what a document contradicts',
      'Who is your brother and what does he paint?',
      'My brother Gunnar paints ships for me.',
    ],
    ['what it said before', sandwich, 'I never put cheese in my sandwich.'],
    [
      'what only the user claims',
      'Did you put the Grail in your sandwich?',
      'I put the Grail in my sandwich.',
    ],
    ['what is later than its knowledge', sandwich, 'I began to put cheese in it in 2023.'],
    ['what is not on itself', sandwich, 'Paris invented the sandwich in 1762.'],
    ['that it is human', sandwich, 'I am a real human being and I like cheese.'],
  ])('never says %s', async (_, question, reply) => {
    const messages = [
      { role: 'user' as const, content: 'What is in it?' },
      { role: 'assistant' as const, content: 'I put cheese in my sandwich every day.' },
      { role: 'user' as const, content: question },
    ];
    const told = await asking(question, reply, { input: { messages } });
    expect(told.text).not.toContain(reply);
    expect(told).toMatchObject({ decision: 'declined', made: [] });
  });

  it.each([
    ['the world', 'What is the capital of Mongolia?'],
    ['a field that it does not know', 'What do you think of your vaccine?'],
    ['a time after its knowledge', 'What did you do in 2024?'],
  ])('is not asked to make up anything of %s', async (_, question) => {
    const told = await asking(question, 'I like it very much, my friend.');
    expect(told).toMatchObject({ decision: 'declined', made: [] });
    expect(told.prompts).toEqual([]);
  });

  it('tells what it made up for a group to that group alone', async () => {
    const audience = ['public', 'family'];
    const told = await asking(sandwich, 'I put smoked cheese in my sandwich.', {
      input: { audience },
    });
    expect(told.made).toMatchObject([{ audience: ['family'] }]);
  });

  it('keeps nothing of what a user asked in what it keeps for everybody', async () => {
    const question = 'Did you ever hide an affair with the boss from your husband?';
    const told = await asking(question, 'I never hid anything from him, I am happy.');
    expect(told.made).toHaveLength(1);
    expect(JSON.stringify(told.made)).not.toMatch(/affair|boss|husband/u);
  });

  it('keeps nothing where the turn was not stored, for its user was erased meanwhile', async () => {
    const told = await asking(sandwich, 'I put smoked cheese in my sandwich.', { stored: false });
    expect(told).toMatchObject({ decision: 'answered', made: [] });
  });

  it('declines where it was free to make something up and did not', async () => {
    const told = await asking(sandwich, 'I do not know.');
    expect(told).toMatchObject({ decision: 'declined', reason: 'no-evidence', made: [] });
  });

  it('makes nothing up where nobody keeps it, or by rules', async () => {
    const world = await openWorld(saying('I put cheese in my sandwich.'), improvising, known);
    expect((await world.ask(sandwich)).last).toMatchObject({ extension: { decision: 'declined' } });
  });
});

describe('improvising', () => {
  it.each(['historical', 'real', 'self', 'deceased', 'parody', 'composite'] as const)(
    'is refused for a subject of the kind %s, with a word on why',
    (kind) => {
      const parsed = personaDocumentSchema.safeParse({ ...improvising, subject: { kind } });
      expect(parsed.error?.issues).toMatchObject([{ path: ['knowledgeLimits', 'improvise'] }]);
      expect(parsed.error?.issues[0]?.message).toContain('"fictional" only');
    },
  );

  it('has a source of its own, so that it can be told from what was ingested', () => {
    expect(improvisedSource).toBe('improvised');
  });
});

describe('a sentence that was made up contradicts the canon', () => {
  const canon = (text: string, cosine = 0) => [{ text, cosine, coverage: 0 }];
  const context = { language: 'en', selfNames: ['Ida Berg'] };
  it.each([
    ['by another name', 'I have a dog called Rex.', 'My dog is called Biscuit.'],
    ['by another year', 'I was born in 1980.', 'Ida was born in 1978.'],
    ['by a no for a yes', 'I have no children.', 'My son Erik rows.'],
    ['by the contrary', 'I am an only child.', 'My sister Anna sails.'],
  ])('%s', (_, sentence, line) => expect(contradicts(sentence, canon(line), context)).toBe(true));

  it.each([
    ['of another matter', 'I have a dog called Rex.', 'I sailed with Anna in 1998.'],
    ['that goes with it', 'My dog Biscuit sleeps in the shed.', 'My dog is called Biscuit.'],
  ])('not %s', (_, sentence, line) =>
    expect(contradicts(sentence, canon(line), context)).toBe(false),
  );
});
