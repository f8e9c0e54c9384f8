import { describe, expect, it } from '@jest/globals';
import type { Recalled } from '../recall-evidence.ts';
import { namesBeyond } from './names-beyond.ts';

const passage = {
  title: 'The regatta',
  text: 'Mike Berg won the regatta in 1998.',
  at: '2004-06-01T00:00:00Z',
  context: [],
};

function read(unknownNames: string[]): Pick<Recalled, 'read' | 'signals'> {
  return { read: [passage], signals: { unknownNames } } as unknown as Recalled;
}

describe('a question on what is named nowhere', () => {
  it.each([
    ['Did you ever race Mike Tyson?', ['Tyson'], true],
    ['Did you ever race Mike Berg?', [], false],
    ['What does the Great Northern Railway mean to you?', ['Northern'], true],
    ['Do you like Heidelberg?', ['Heidelberg'], false],
    ['What does the table lamp Juno cost?', ['Juno'], true],
    ['Who won the regatta in 2021?', [], true],
    ['Who won the regatta in 1998?', [], false],
    ['What did you write in 2004?', [], false],
  ])('%j, with %j nowhere: beyond is %s', (question, unknown, beyond) => {
    expect(namesBeyond(question, read(unknown))).toBe(beyond);
  });
});
