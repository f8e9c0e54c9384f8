import { setImmediate as pause } from 'node:timers/promises';
import { personaDocumentSchema } from '@personate/contracts';
import { detectOccasion } from './detect-occasion.ts';
import { asksIfSynthetic } from './sincerity/asks-if-synthetic.ts';
import { understandQuestion } from './understand-question.ts';

/** They ask for knowledge, so that every rule is tried; an expression is compiled for good when it is met again. */
const questions = [
  'Which of the old boats did your uncle leave to you that winter?',
  'What became of the letters that were kept in the blue kitchen cupboard?',
];

/**
 * Understands something that nobody asked. The rules are some hundred regular expressions in twenty languages, which are
 * compiled when they are first tried: a third of a second of processor time, for which the first asker would wait.
 */
export async function warmUp(): Promise<void> {
  const nobody = personaDocumentSchema.parse({
    id: 'nobody',
    name: 'Nobody',
    subject: { kind: 'fictional' },
    disclosure: 'Nobody is asked.',
  });
  const steps = questions.flatMap((question) => [
    () => asksIfSynthetic(question, [nobody.name]),
    () => detectOccasion(question, 'en'),
    () => understandQuestion(question, [], nobody),
  ]);
  for (const step of steps) {
    step();
    // Whoever asks meanwhile goes first.
    await pause();
  }
}
