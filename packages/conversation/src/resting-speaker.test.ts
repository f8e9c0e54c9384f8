import { expect, it } from '@jest/globals';
import { ExpectedError } from '@personate/contracts';
import type { SpeakRequest, Speaker, SpokenPart } from '@personate/language';
import { RestingSpeaker } from './resting-speaker.ts';

type Course = 'speaks' | 'model.timeout' | 'model.refused';

function world() {
  const calls: Course[] = [];
  let course: Course = 'speaks';
  let time = 0;
  const model: Speaker = {
    name: 'endpoint',
    model: 'small',
    async *speak(): AsyncIterable<SpokenPart> {
      calls.push(course);
      if (course !== 'speaks')
        throw new ExpectedError('timeout', course, 'It failed.', { fix: 'Wait.' });
      yield { type: 'text', text: 'Aye.' };
    },
  };
  const speaker = new RestingSpeaker(model, () => time);
  const ask = async (next: Course): Promise<string> => {
    course = next;
    try {
      let said = '';
      const parts = speaker.speak({} as SpeakRequest, new AbortController().signal);
      for await (const part of parts) if (part.type === 'text') said += part.text;
      return said;
    } catch (error) {
      return (error as ExpectedError).code;
    }
  };
  return { ask, calls, speaker, passMs: (ms: number) => void (time += ms) };
}

it('is not asked for a minute after it failed twice, then once, and again when that went well', async () => {
  const { ask, calls, passMs } = world();
  expect(await ask('model.timeout')).toBe('model.timeout');
  expect(await ask('model.timeout')).toBe('model.timeout');
  expect(await ask('speaks')).toBe('model.resting');
  passMs(60_001);
  expect(await ask('model.timeout')).toBe('model.timeout');
  expect(await ask('speaks')).toBe('model.resting');
  passMs(60_001);
  expect(await ask('speaks')).toBe('Aye.');
  expect(await ask('speaks')).toBe('Aye.');
  expect(calls).toHaveLength(5);
});

it('is asked on where it refuses a request, which says nothing about the next', async () => {
  const { ask, calls } = world();
  for (let n = 0; n < 4; n += 1) expect(await ask('model.refused')).toBe('model.refused');
  expect(calls).toHaveLength(4);
});

it('goes by the name of the model behind it', () => {
  const { speaker } = world();
  expect([speaker.name, speaker.model]).toEqual(['endpoint', 'small']);
});
