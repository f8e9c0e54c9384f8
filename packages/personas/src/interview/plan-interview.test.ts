import { describe, expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import { minimalPersona } from '../yaml/minimal-persona.ts';
import { planInterview } from './plan-interview.ts';

const empty = minimalPersona({ id: 'mara', name: 'Mara Quill' });
const drafted = personaDocumentSchema.parse({
  ...empty,
  persona: {
    ...empty.persona,
    traits: [
      { name: 'exactness', strength: 0.6, evidence: ['a'], confidence: 0.3 },
      { name: 'wit', strength: 0.8 },
    ],
    timeline: [
      { from: '1998', to: '2000', what: 'Deckhand', evidence: ['b'], confidence: 0.9 },
      { from: '2010', what: 'Pilot', evidence: ['b'], confidence: 0.9 },
    ],
  },
});
const base = { items: [], role: 'subject' as const, count: 30, asked: new Set<string>() };

describe('planInterview', () => {
  it('asks as many questions as it shall, each once, on every part of the persona', () => {
    for (const count of [20, 40]) {
      const questions = planInterview({ ...base, document: empty, count });
      expect(questions).toHaveLength(count);
      expect(new Set(questions.map(({ text }) => text)).size).toBe(count);
      expect(new Set(questions.map(({ topic }) => topic)).size).toBe(8);
    }
  });

  it('asks after what rests on little and what is missing, not after what is sure', () => {
    const questions = planInterview({ ...base, document: drafted }).map(({ text }) => text);
    expect(questions).toContain('What did you do between 2000 and 2010?');
    expect(questions.join(' ')).toContain('Your texts suggest exactness.');
    expect(questions.join(' ')).not.toContain('Your texts suggest wit.');
    expect(questions.join(' ')).not.toContain('“Deckhand”');
  });

  it('takes the confidence of an open draft before that of the persona', () => {
    const items = [
      {
        path: 'persona.traits[wit]',
        evidence: [],
        quotes: [],
        confidence: 0.2,
        from: 'counting' as const,
      },
    ];
    const questions = planInterview({ ...base, document: drafted, items }).map(({ text }) => text);
    expect(questions.join(' ')).toContain('Your texts suggest wit.');
  });

  it('speaks of the persona by name to somebody who knows it, and repeats no question', () => {
    const first = planInterview({ ...base, document: drafted, role: 'expert' });
    expect(first.filter(({ text }) => text.includes('{name}'))).toEqual([]);
    expect(first.some(({ text }) => text.includes('Mara'))).toBe(true);
    const asked = new Set(first.map(({ text }) => text));
    const second = planInterview({ ...base, document: drafted, role: 'expert', count: 20, asked });
    expect(second.filter(({ text }) => asked.has(text))).toEqual([]);
  });
});
