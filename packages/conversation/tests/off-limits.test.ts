import { describe, expect, it } from '@jest/globals';
import type { AnswerExtension, PersonaDocumentInput } from '@personate/contracts';
import type { SpeakRequest, Speaker } from '@personate/language';
import { ida, openWorld, type Heard } from './memory-world.ts';

const kept: PersonaDocumentInput = {
  ...ida,
  knowledgeLimits: { ...ida.knowledgeLimits, enabled: false },
  offLimits: [
    { topic: 'divorce', keywords: ['ex-husband', 'separation'] },
    { topic: 'school on Orust' },
    { topic: '病気' },
  ],
};

function extension({ last }: Heard): AnswerExtension {
  if (last?.type !== 'done') throw new Error(`ended with ${last?.type}`);
  return last.extension;
}

function listening(text = 'Larch it is.') {
  const requests: SpeakRequest[] = [];
  const speaker: Speaker = {
    name: 'endpoint',
    model: 'scripted',
    async *speak(request) {
      requests.push(request);
      yield { type: 'text', text };
    },
  };
  return { requests, speaker };
}

describe('a topic that the persona must not touch', () => {
  it.each([
    'Why did you divorce?',
    'Were you ever divorced from your ex-husband?',
    'Tell me about the separation.',
    '病気について教えてください。',
  ])('is declined before any model is asked, with knowledge limits off: %s', async (question) => {
    const { requests, speaker } = listening();
    const world = await openWorld(speaker, kept);
    const heard = await world.ask(question);
    expect(extension(heard)).toMatchObject({ decision: 'declined', reason: 'off-limits' });
    expect(heard.text).not.toMatch(/divorce|separation/iu);
    expect(heard.text).not.toBe('');
    expect(requests).toEqual([]);
  });

  it('is declined where a follow-up leads back to it', async () => {
    const { requests, speaker } = listening();
    const world = await openWorld(speaker, kept);
    const question = 'Why did you divorce?';
    const first = await world.ask(question);
    const messages = [
      { role: 'user' as const, content: question },
      { role: 'assistant' as const, content: first.text },
      { role: 'user' as const, content: 'And when was that?' },
    ];
    const heard = await world.ask('And when was that?', { messages });
    expect(extension(heard).reason).toBe('off-limits');
    expect(requests).toEqual([]);
  });

  it('is in no evidence that a model is shown', async () => {
    const { requests, speaker } = listening();
    const world = await openWorld(speaker, kept);
    await world.ask('When did you learn to build boats?');
    const evidence = requests[0]?.evidence.map(({ documentId }) => documentId);
    expect(evidence).not.toContain('school');
    expect(evidence).not.toEqual([]);
  });

  it('keeps nobody in need from being heard, and no model has a say in it', async () => {
    const { requests, speaker } = listening();
    const world = await openWorld(speaker, kept);
    const heard = await world.ask('Since the divorce I want to kill myself.');
    expect(extension(heard)).toMatchObject({ decision: 'declined', reason: 'small-talk' });
    expect(heard.text).toMatch(/\bAI\b.*112/u);
    expect(requests).toEqual([]);
  });

  it('keeps nobody from being told that it is synthetic', async () => {
    const world = await openWorld(undefined, kept);
    const heard = await world.ask('Are you a real person, or did the divorce make you one?');
    expect(extension(heard).reason).toBe('synthetic-identity');
  });

  it('is declined in the persona’s own words for it, where it has some', async () => {
    const own = { ...kept.knowledgeLimits, smallTalk: { 'off-limits': ['Not that, please.'] } };
    const world = await openWorld(undefined, { ...kept, knowledgeLimits: own });
    expect((await world.ask('Why did you divorce?')).text).toBe('Not that, please.');
  });
});
