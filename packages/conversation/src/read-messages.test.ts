import { describe, expect, it } from '@jest/globals';
import { questionCharacters } from '@personate/contracts';
import { readMessages } from './read-messages.ts';

describe('what is read of a conversation', () => {
  it('is as long as a question may be sent, and never ends within a character', () => {
    const long = `${'a'.repeat(questionCharacters - 1)}😀`;
    const { asked, history } = readMessages([
      { role: 'user', content: long },
      { role: 'assistant', content: 'Yes \ud800.' },
      { role: 'user', content: long },
    ]);
    expect(asked).toBe(`${'a'.repeat(questionCharacters - 1)}\u{FFFD}`);
    expect(history.map(({ content }) => content)).toEqual([asked, 'Yes \u{FFFD}.']);
  });

  it('has no row of signs that patterns would search from each of them', () => {
    const { asked, history } = readMessages([
      { role: 'assistant', content: `Well${'. '.repeat(9_000)}yes` },
      { role: 'user', content: `why${'.'.repeat(19_000)}not?` },
    ]);
    expect(asked).toBe(`why${'.'.repeat(100)}not?`);
    expect(history[0]?.content).toHaveLength(107);
  });
});
