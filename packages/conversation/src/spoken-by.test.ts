import { expect, it } from '@jest/globals';
import type { AnswerTurnDeps } from './deps.ts';
import { spokenBy } from './spoken-by.ts';

const speaker = (model: string) => ({ name: 'endpoint', model, async *speak() {} });
const base = { speaker: speaker('base') } as unknown as AnswerTurnDeps;
const tuning = { ...base, tunedSpeaker: speaker };

it('a tuned model speaks for its persona in place of the server’s', () => {
  expect(spokenBy(tuning, { tunedModel: 'ft:ida' }).speaker.model).toBe('ft:ida');
  expect(spokenBy(tuning, {}).speaker.model).toBe('base');
});

it('where no model speaks, none that is tuned does', () => {
  expect(spokenBy(base, { tunedModel: 'ft:ida' }).speaker.model).toBe('base');
});
