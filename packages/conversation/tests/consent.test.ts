import { describe, expect, it } from '@jest/globals';
import type { PersonaDocumentInput } from '@personate/contracts';
import type { ChatMessage, Speaker } from '@personate/language';
import { ida, openWorld } from './memory-world.ts';

const real: PersonaDocumentInput = { ...ida, subject: { kind: 'real' } };
const agreed: PersonaDocumentInput = {
  ...real,
  consent: { basis: 'She agreed.', evidence: 'Her letter of 2026-01-02.' },
};
const question = 'Do you plank your boats in larch?';

describe('a persona of a living person', () => {
  it.each<[string, PersonaDocumentInput]>([
    ['a real one whose consent is not stated', real],
    ['a real one whose consent has no evidence', { ...real, consent: { basis: 'She agreed.' } }],
    ['one of oneself without a statement', { ...ida, subject: { kind: 'self' } }],
  ])('answers nobody: %s', async (_, document) => {
    const world = await openWorld(undefined, document);
    await expect(world.ask(question)).rejects.toMatchObject({ code: 'persona.consent-missing' });
    await expect(world.ask(question, { version: 3 })).rejects.toMatchObject({
      code: 'persona.consent-missing',
    });
    expect(world.turns).toEqual([]);
  });

  it('does no chore for a stock client either', async () => {
    const world = await openWorld(undefined, real);
    const messages: ChatMessage[] = [
      {
        role: 'user',
        content:
          '### Task:\nGenerate a concise, 3-5 word title with an emoji summarizing the chat history.\n<chat_history>\nUSER: Hello\n</chat_history>',
      },
    ];
    await expect(world.ask('', { messages })).rejects.toMatchObject({
      code: 'persona.consent-missing',
    });
  });

  it('answers once consent is stated', async () => {
    const world = await openWorld(undefined, agreed);
    expect((await world.ask(question)).text).toContain('larch');
  });

  it('answers no more once that is withdrawn', async () => {
    const world = await openWorld(undefined, agreed);
    world.withdrawn.push('ida');
    await expect(world.ask(question)).rejects.toMatchObject({ code: 'persona.consent-withdrawn' });
  });

  it('ends in mid-answer when consent is withdrawn elsewhere, and keeps what was said as aborted', async () => {
    const stubborn: Speaker = {
      name: 'endpoint',
      model: 'scripted',
      async *speak(_request, signal) {
        yield { type: 'text', text: 'I plank my boats in larch. And ' };
        world.withdrawn.push('ida');
        // A model that says no further word.
        await new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
      },
    };
    const world = await openWorld(stubborn, agreed);
    await expect(world.ask(question)).rejects.toMatchObject({ code: 'persona.consent-withdrawn' });
    expect(world.turns).toMatchObject([{ status: 'aborted' }]);
    expect(world.turns[0]?.answer).toBe(
      'Ida Berg is a synthetic persona.\n\nI plank my boats in larch.',
    );
  });
});
