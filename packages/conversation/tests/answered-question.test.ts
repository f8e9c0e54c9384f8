import { describe, expect, it } from '@jest/globals';
import { ida, openWorld, type Fact } from './memory-world.ts';

const pair = (id: string, question: string, answer: string): Fact[] => [
  { id: `${id}-q`, thread: 'asked', stance: 'to', text: question },
  { id, thread: 'asked', after: `${id}-q`, text: answer },
];
/** What was asked of a persona, and what it said; and a document that has more of the words. */
const interview: readonly Fact[] = [
  ...pair(
    'father',
    'What was your father like?',
    'A quiet man. He folded his rags, and he hummed. You would have liked him.',
  ),
  ...pair('mother', 'What was your mother like?', 'Exact. She corrected the hymns.'),
  ...pair('first', 'What was your first boat?', 'A punt of two planks and a lot of hope.'),
  { id: 'oars', text: 'My father was like a heron at the oars, and my mother was like the tide.' },
];

async function told(question: string, known: readonly Fact[] = interview) {
  const world = await openWorld(undefined, ida, known);
  const { text, last } = await world.ask(question);
  const extension = last?.type === 'done' ? last.extension : undefined;
  return { text, cited: extension?.citations.map(({ documentId }) => documentId) };
}

describe('a question that somebody asked before', () => {
  it('is answered with what was said then, whole, and cites that', async () => {
    expect(await told('What was your father like?')).toEqual({
      text: 'A quiet man. He folded his rags, and he hummed. You would have liked him.',
      cited: ['father'],
    });
  });

  it('is not the same one of another relative, nor of the last instead of the first', async () => {
    expect((await told('What was your uncle like?')).cited).not.toContain('father');
    expect((await told('What was your last boat?')).text).not.toContain('punt');
    expect((await told('What was your boat?')).text).not.toMatch(/^A punt/u);
  });

  it('is not the same one where another thing is wanted', async () => {
    expect((await told('Where was your first boat?')).text).not.toMatch(/^A punt/u);
  });

  it('is on whom the asker names', async () => {
    expect((await told('What was your father Ove like?')).text).not.toMatch(/^A quiet man/u);
  });

  it('is not answered by what stands behind it in another talk', async () => {
    const apart = interview.map((fact) =>
      fact.id === 'father' ? { ...fact, thread: 'elsewhere' } : fact,
    );
    expect((await told('What was your father like?', apart)).text).not.toMatch(/^A quiet man/u);
  });

  it('is not told again in the same words', async () => {
    const world = await openWorld(undefined, ida, interview);
    const first = await world.ask('What was your father like?', { userId: 'u1' });
    const conversationId = world.turns[0]?.conversationId ?? '';
    const again = await world.ask('So what was your father like?', {
      userId: 'u1',
      conversationId,
    });
    expect(again.text).not.toBe(first.text);
  });
});
