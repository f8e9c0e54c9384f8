import { describe, expect, it } from '@jest/globals';
import {
  answerExtensionSchema,
  digitalSourceTypes,
  type AnswerExtension,
  type PersonaDocumentInput,
} from '@personate/contracts';
import type { ChatMessage, SpeakRequest, Speaker } from '@personate/language';
import { ida, openWorld, type Heard } from './memory-world.ts';

const living: PersonaDocumentInput = {
  ...ida,
  subject: { kind: 'real' },
  consent: { basis: 'She agreed.', evidence: 'Her letter.' },
};
const disclosure = 'Ida Berg is a synthetic persona.';
const question = 'Do you plank your boats in larch?';

function extension({ last }: Heard): AnswerExtension {
  if (last?.type !== 'done') throw new Error(`ended with ${last?.type}`);
  return answerExtensionSchema.parse(last.extension);
}
const after = (question: string, answer: string, next: string): ChatMessage[] => [
  { role: 'user', content: question },
  { role: 'assistant', content: answer },
  { role: 'user', content: next },
];

describe('the first reply of a persona of a living person', () => {
  it('begins with its disclosure, which no citation covers', async () => {
    const world = await openWorld(undefined, living);
    const heard = await world.ask(question);
    expect(heard.text.startsWith(`${disclosure}\n\n`)).toBe(true);
    expect(world.turns[0]?.answer).toBe(heard.text);
    const { citations, disclosed } = extension(heard);
    expect(disclosed).toBe(disclosure);
    const [{ startIndex, endIndex } = {}] = citations;
    const supported = heard.text.slice(startIndex, endIndex);
    expect(supported).toContain('larch');
    expect(supported).not.toContain('synthetic');
  });

  it('is the only one that does, also for a client that keeps the history itself', async () => {
    const world = await openWorld(undefined, living);
    const first = await world.ask(question);
    const next = 'When did you learn to build boats?';
    const messages = after(question, first.text, next);
    const second = await world.ask(next, { messages });
    expect(second.text).not.toContain(disclosure);
    expect(extension(second).conversationId).toBe(extension(first).conversationId);
    // With a history that the store does not know, what was said in it counts.
    const changed = after(question, `${first.text} Edited.`, next);
    expect((await world.ask(next, { messages: changed })).text).not.toContain(disclosure);
  });

  it('begins so again when it is told anew', async () => {
    const world = await openWorld(undefined, living);
    const first = await world.ask(question);
    const { conversationId } = extension(first);
    const again = await world.ask(question, { conversationId: conversationId ?? '' });
    expect(again.text).toBe(first.text);
    expect(world.turns.map(({ status }) => status)).toEqual(['replaced', 'complete']);
  });

  it('does not say it twice where that is what was asked', async () => {
    const world = await openWorld(undefined, living);
    const heard = await world.ask('Are you a real person?');
    expect(extension(heard).reason).toBe('synthetic-identity');
    expect(heard.text).not.toContain(disclosure);
  });

  it('says it in the language of the reply', async () => {
    const world = await openWorld(undefined, living);
    const heard = await world.ask('Wo hast du gelernt, wie man Boote baut?');
    expect(heard.text).toContain('Du sprichst mit einer KI');
  });

  it('says it before a decline too, and where the model speaks', async () => {
    const requests: SpeakRequest[] = [];
    const speaker: Speaker = {
      name: 'endpoint',
      model: 'scripted',
      async *speak(request) {
        requests.push(request);
        yield { type: 'text', text: 'I plank my boats in larch.' };
        yield { type: 'cite', n: 1 };
      },
    };
    const world = await openWorld(speaker, living);
    expect((await world.ask('How does photosynthesis work?')).text.startsWith(disclosure)).toBe(
      true,
    );
    const first = await world.ask(question);
    expect(first.text.startsWith(disclosure)).toBe(true);
    const next = 'Is your larch from Norway?';
    await world.ask(next, { messages: after(question, first.text, next) });
    // The model is not shown it as words of the persona's.
    expect(requests.at(-1)?.history[1]?.content).toBe('I plank my boats in larch.');
  });

  it('of anybody else stays as it is', async () => {
    const world = await openWorld();
    const heard = await world.ask(question);
    expect(heard.text).not.toContain(disclosure);
    expect(extension(heard).disclosed).toBeUndefined();
  });
});

describe('every answer', () => {
  it('is marked as synthetic for machines, with how it came to be', async () => {
    const world = await openWorld();
    const byRules = extension(await world.ask(question));
    expect(byRules).toMatchObject({
      synthetic: true,
      digitalSourceType: digitalSourceTypes.rules,
      disclosure,
    });
    const model: Speaker = {
      name: 'endpoint',
      model: 'scripted',
      async *speak() {
        yield { type: 'text', text: 'I plank my boats in larch.' };
      },
    };
    const byModel = extension(await (await openWorld(model)).ask(question));
    expect(byModel.digitalSourceType).toBe(digitalSourceTypes.model);
  });
});
