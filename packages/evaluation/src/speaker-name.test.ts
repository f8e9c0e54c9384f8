import { expect, it } from '@jest/globals';
import { speakerName, speakerOf } from './speaker-name.ts';

const clientOf = (kind: 'endpoint' | 'extractive', tunedModel?: string) => ({
  status: () =>
    Promise.resolve({
      speaker: { kind, model: kind === 'endpoint' ? 'base' : null, endpoint: null, change: '' },
    }),
  personas: { get: () => Promise.resolve(tunedModel === undefined ? {} : { tunedModel }) },
});

it('a report names the tuned model of a persona, where a model speaks', async () => {
  const named = async (...of: Parameters<typeof clientOf>) =>
    speakerName(await speakerOf(clientOf(...of), 'ida'));
  expect(await named('endpoint')).toBe('base');
  expect(await named('endpoint', 'ft:ida')).toBe('ft:ida');
  expect(await named('extractive', 'ft:ida')).toBe('extractive');
});
