import { personaDocumentSchema, type PersonaDocumentInput } from '@personate/contracts';
import { describe, expect, it } from '@jest/globals';
import { buildPrompt } from '../prompt/build-prompt.ts';
import { budgets, cutToTokens } from '../prompt/budgets.ts';
import { estimateTokens } from '../prompt/estimate-tokens.ts';
import { openTokenCounter } from './count-tokens.ts';
import { shownModules } from './shown-modules.ts';

const document = personaDocumentSchema.parse({
  id: 'mara-quill',
  name: 'Mara Quill',
  subject: { kind: 'fictional' },
  disclosure: 'Mara Quill is a synthetic persona.',
  persona: {
    summary: 'A ferry pilot who repairs clocks.',
    traits: [{ name: 'patience', strength: 0.9 }],
    behaviours: Array.from(
      { length: 60 },
      (_, n) => `Habit number ${n}: does a thing that takes some words to be told.`,
    ),
    typicalResponses: [
      { prompt: 'Do you like coffee?', response: 'Black.' },
      { prompt: 'How is the ferry?', response: 'Never late.' },
      { prompt: 'Who wound the clock?', response: 'I did.' },
      { prompt: 'What of the weather?', response: 'Wet.' },
    ],
  },
  goals: { goals: [{ goal: 'Bring everybody home' }] },
  skills: {
    skills: [
      { skill: 'clock repair', level: 'practised', keywords: ['clock'] },
      { skill: 'singing', level: 'dabbled' },
    ],
  },
} satisfies PersonaDocumentInput);
const prompt = buildPrompt({
  document,
  evidence: [],
  memories: [],
  history: [],
  question: 'Who wound the clock?',
  decision: 'answered',
  language: 'en',
  today: '2026-01-05',
});

describe('what of the modules went into a prompt', () => {
  const shown = new Map(shownModules(document, prompt).map((item) => [item.path, item]));

  it('is found in the part where it stands', () => {
    expect(shown.get('persona.summary')).toMatchObject({ part: 'character', shown: 'whole' });
    expect(shown.get('goals.goals[Bring everybody home]')).toMatchObject({ shown: 'whole' });
  });

  it('tells the skills that the question does not touch from the one that it does', () => {
    expect(shown.get('skills.skills[clock repair]')?.shown).toBe('whole');
    expect(shown.get('skills.skills[singing]')?.shown).toBe('left-out');
  });

  it('tells what a budget left out', () => {
    expect(shown.get('persona.behaviours[0]')?.shown).toBe('whole');
    expect(shown.get('persona.behaviours[59]')?.shown).toBe('left-out');
  });

  it('names of the typical responses those alone that are shown', () => {
    const paths = [...shown.keys()].filter((path) => path.startsWith('persona.typicalResponses'));
    expect(paths).toHaveLength(3);
    expect(paths).toContain('persona.typicalResponses[Who wound the clock?]');
  });
});

describe('the parts of a prompt', () => {
  it('each stay within their budget, whatever the script', () => {
    const scripts = ['word ', 'слово ', '言葉と文字', 'λέξη ', '😀 '];
    for (const word of scripts) {
      const long = word.repeat(3_000);
      const { parts } = buildPrompt({
        document: { ...document, persona: { ...document.persona, summary: long } },
        evidence: [],
        memories: [{ id: 'm', text: long, quote: '' }],
        history: [
          { role: 'user', content: long },
          { role: 'assistant', content: long },
        ],
        question: long,
        decision: 'answered',
        language: 'en',
        today: '2026-01-05',
      });
      // The fence around a block and the role before a message are a few tokens more.
      const over = parts.filter(({ tokens, budget }) => tokens > (budget ?? 0) + 20);
      expect(over.map(({ name }) => name)).toEqual([]);
    }
  });

  it('name the text of the library that they are made by, with its version', () => {
    const known = prompt.parts.filter((part) => part.prompt !== null);
    expect(known.map((part) => part.prompt?.name)).toEqual(
      [
        'character',
        'goals',
        'voice',
        'limits',
        'rules',
        'examples',
        'skills',
        'decision',
        'question',
      ].filter((name) => name !== 'voice'),
    );
  });
});

const countTokens = openTokenCounter();

describe('the estimate of tokens', () => {
  it.each([
    [
      'English',
      'I mended the harbour clock with a spring from a mousetrap, and it ran for a year.',
    ],
    [
      'German',
      'Ich habe die Hafenuhr mit einer Feder aus einer Mausefalle repariert, und sie lief.',
    ],
    ['Russian', 'Я починил портовые часы пружиной от мышеловки, и они шли целый год.'],
    ['Japanese', '港の時計をねずみ取りのばねで直したら、一年間動き続けた。'],
  ])(
    'of %s is no less than nine tenths of what a tokenizer counts, and at most twice',
    async (_, text) => {
      const [counted = 0] = await countTokens([text]);
      expect(estimateTokens(text)).toBeGreaterThanOrEqual(0.9 * counted);
      expect(estimateTokens(text)).toBeLessThanOrEqual(2 * counted);
    },
  );

  it('is what a text is cut by', () => {
    for (const text of ['word '.repeat(900), '言葉'.repeat(900)])
      expect(estimateTokens(cutToTokens(text, budgets.skills))).toBeLessThanOrEqual(budgets.skills);
  });
});
