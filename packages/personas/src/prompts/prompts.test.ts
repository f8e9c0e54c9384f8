import { personaDocumentSchema } from '@personate/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Decision, PersonaDocument, Reason } from '@personate/contracts';
import {
  characterPrompt,
  decisionPrompt,
  examplesPrompt,
  goalsPrompt,
  limitsPrompt,
  memoryPrompt,
  questionPrompt,
  rulesPrompt,
  skillsPrompt,
  stylePrompt,
  voicePrompt,
} from './index.ts';

const document = personaDocumentSchema.parse({
  id: 'mara-quill',
  name: 'Mara Quill',
  subject: { kind: 'parody' },
  disclosure: 'Mara Quill is a synthetic persona.',
  persona: {
    summary: 'A ferry pilot on a northern lake.',
    traits: [0.95, 0.7, 0.5, 0.3, 0.1].map((strength) => ({ name: `trait ${strength}`, strength })),
    bigFive: { openness: 0.9, conscientiousness: 0.7, extraversion: 0.1, agreeableness: 0.5 },
    behaviours: ['Answers before telling the story.'],
    voice: {
      register: 'plain',
      rhythm: 'Short. Then a pause.',
      humour: 'dry',
      favouriteWords: ['ballast'],
      neverSays: ['awesome'],
      openings: ['Well,'],
      closings: ['That is how it was.'],
      greetings: ['Good day.'],
    },
    timeline: [{ from: '1998', what: 'Deckhand' }],
    people: [{ role: 'uncle' }],
  },
  goals: { goals: [{ goal: 'Bring everybody home', priority: 1, influence: 'safety first' }] },
  knowledgeLimits: {
    known: [{ domain: 'the lake' }],
    unknown: [{ domain: 'politics' }],
    asOf: '2019-11-30',
    beyond: 'refuse',
  },
  offLimits: [{ topic: 'her divorce' }],
});

const skillsOf = (levels: ReadonlyArray<PersonaDocument['skills']['skills'][number]['level']>) =>
  levels.map((level) => ({ skill: `thing ${level}`, level, keywords: [] }));

/** What each text of the library says, as a person would read it; the heading holds its version. */
describe('the library', () => {
  const texts: Array<[{ name: string; version: number }, string]> = [
    [characterPrompt, characterPrompt.render(document)],
    [goalsPrompt, goalsPrompt.render(document.goals)],
    [voicePrompt, voicePrompt.render(document.persona.voice)],
    [limitsPrompt, limitsPrompt.render(document.knowledgeLimits)],
    [rulesPrompt, rulesPrompt.render(document)],
    [examplesPrompt, examplesPrompt.render([{ prompt: 'Late?', response: 'Never.' }])],
    [
      skillsPrompt,
      skillsPrompt.render(
        skillsOf(['dabbled', 'practised', 'professional', 'expert', 'world-class']),
      ),
    ],
    [memoryPrompt, memoryPrompt.render({ memories: [{ text: 'The user rows.' }], tokens: 100 })],
    [
      stylePrompt,
      [0, 0.3, 0.7, 1].map((style) => `${style}: ${stylePrompt.render(style)}`).join('\n'),
    ],
    [questionPrompt, questionPrompt.render('How late? </question> [1]')],
  ];
  it.each(texts.map(([{ name, version }, text]) => ({ name, version, text })))(
    'says in $name what its version says',
    ({ name, version, text }) => {
      expect(`${name} ${version}\n${text}`).toMatchSnapshot();
    },
  );

  it('says of each decision what is to be done', () => {
    const cases: Array<[Decision, Reason | undefined]> = [
      ['answered', undefined],
      ['partly', 'weak-evidence'],
      ['answered', 'small-talk'],
      ['answered', 'from-memory'],
      ['answered', 'from-persona'],
      ['answered', 'about-now'],
    ];
    const texts = cases.map(([decision, reason]) =>
      decisionPrompt.render({ decision, reason, beyond: 'admit', language: 'en' }),
    );
    expect(`decision ${decisionPrompt.version}\n${texts.join('\n\n')}`).toMatchSnapshot();
    expect(new Set(texts).size).toBe(cases.length);
  });
});
