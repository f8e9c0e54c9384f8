import { expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import { understandQuestion } from './understand-question.ts';
import { warmUp } from './warm-up.ts';

it('the first question after it waits for no expression to be compiled', async () => {
  const persona = personaDocumentSchema.parse({
    id: 'ida',
    name: 'Ida Berg',
    subject: { kind: 'fictional' },
    disclosure: 'Synthetic.',
  });
  const cost = (work: () => unknown): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  await warmUp();
  const asked = 'Where did you learn to sail, and who taught you?';
  const first = cost(() => understandQuestion(asked, [], persona));
  // Compiling takes some three hundred milliseconds, understanding less than one.
  expect(first).toBeLessThan(50_000);
});
