import { describe, expect, it } from '@jest/globals';
import type { Turn } from '@personate/contracts';
import type { AnswerTurnDeps } from '../src/index.ts';
import { talkOf } from '../src/talked-of.ts';
import { facts, ida, openWorld } from './memory-world.ts';

const glue = {
  id: 'glue',
  text: 'My secret is resin glue, and more resin glue where the plank meets the stem. My hands paid for it.',
};
const response = 'My secret is glue: resin glue, where the plank meets the stem.';

async function talk(
  more: { evidence?: Turn['evidence']; reason?: 'from-persona' | 'weak-evidence' },
  goesOn = false,
) {
  const world = await openWorld(undefined, ida, [...facts, glue]);
  const persona = (await world.deps.personas.serving('ida')).version.document;
  const last = {
    question: 'What is your secret?',
    answer: response,
    evidence: more.evidence ?? [],
    extension: {
      decision: more.reason === 'weak-evidence' ? 'declined' : 'answered',
      reason: more.reason ?? 'from-persona',
    },
  } as unknown as Turn;
  const place = { conversationId: 'c', history: [], turns: [last] };
  const deps: Pick<AnswerTurnDeps, 'knowledge' | 'recall' | 'analyse' | 'speaker'> = world.deps;
  const { signal } = new AbortController();
  const audience = ['public'];
  return talkOf(deps, place, { persona, language: 'en', goesOn, audience, signal });
}

describe('where what was said last stands', () => {
  it('is found for what the persona told by heart', async () => {
    const { passages, recent } = await talk({});
    expect(passages).toHaveLength(1);
    expect(recent).toEqual(new Set([passages[0]?.documentKey]));
  });

  it('is what was cited, and what tells the same', async () => {
    const cited = { passageId: 'p', documentKey: 'd', cited: true } as Turn['evidence'][number];
    const { passages, recent } = await talk({ evidence: [cited] });
    const [source] = (await talk({})).passages;
    expect(passages.map(({ passageId }) => passageId)).toEqual([source?.passageId, 'p']);
    expect(recent).toEqual(new Set([source?.documentKey, 'd']));
    const declined = await talk({ evidence: [cited], reason: 'weak-evidence' });
    expect(declined.recent).toEqual(new Set(['d']));
  });

  it('is nowhere after a decline, nor for "Why?" after a line by heart', async () => {
    const nowhere = { passages: [], recent: new Set() };
    expect(await talk({ reason: 'weak-evidence' })).toEqual(nowhere);
    expect(await talk({}, true)).toEqual(nowhere);
  });

  it('is looked for by no turn that asks for no knowledge', async () => {
    const typicalResponses = [{ prompt: 'What is your secret?', response }];
    const world = await openWorld(undefined, {
      ...ida,
      persona: { ...ida.persona, typicalResponses },
    });
    const told = await world.ask('What is your secret?', { userId: 'u1' });
    expect(told.text).toContain('resin glue');
    const conversationId = world.turns[0]?.conversationId ?? '';
    world.deps.recall = () => Promise.reject(new Error('the store is down'));
    const thanks = await world.ask('Thank you!', { userId: 'u1', conversationId });
    expect(thanks.last?.type).toBe('done');
    expect(world.turns).toHaveLength(2);
  });
});
