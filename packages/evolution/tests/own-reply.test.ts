import { expect, it } from '@jest/globals';
import { ownReply } from '../src/steps/own-reply.ts';
import { answeredTurn } from './support-fixtures.ts';

const said = 'I mended the harbour clock with a spring from a mousetrap.';

it('learns the persona’s words without the disclosure that a first reply begins with', () => {
  const disclosed = 'You are talking to an AI, a synthetic persona.';
  const turn = answeredTurn('How did you mend the clock?', said);
  const first = {
    ...turn,
    sequence: 1,
    answer: `${disclosed}\n\n${said}`,
    extension: { ...turn.extension, disclosed },
  };
  expect(ownReply(first)).toEqual({ reply: said, evidence: ['notes/clock'] });
});
