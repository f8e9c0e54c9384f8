import type { PersonateClient } from '@personate/client';
import type { Interview, InterviewQuestion } from '@personate/contracts';
import { createInterface } from 'node:readline';
import type { Context } from '../program/cli.ts';

const help =
  'Answer in a line as long as you like. /skip leaves it out, /back goes to the one before, /stop ends for now.';

/**
 * Puts the open questions one by one, from a terminal or a pipe; each answer is stored before the next question.
 * @returns the interview as it stands when the input ends, the user stops, or nothing is left.
 */
export async function conduct(
  {
    client,
    out,
    io,
  }: { client: Pick<PersonateClient, 'interviews'> } & Pick<Context, 'out' | 'io'>,
  begun: Interview,
): Promise<Interview> {
  const terminal = io.stdin.isTTY === true && io.stdout.isTTY === true;
  const reader = createInterface({ input: io.stdin, output: io.stdout, terminal });
  const stop = () => reader.close();
  reader.on('SIGINT', stop);
  const unsubscribe = io.interrupts.subscribe(stop);
  let interview = begun;
  let at = next(interview, 0);
  let open = true;
  reader.once('close', () => (open = false));
  let shown: InterviewQuestion | undefined;
  const show = () => {
    if (at === undefined || at === shown) return;
    shown = at;
    out.write(questionText(interview, at, out));
  };
  const put = () => {
    if (at === undefined || !open) return;
    show();
    if (!terminal) return;
    reader.setPrompt(out.paint('cyan', '› '));
    reader.prompt();
  };
  const send = async (answer: { text: string } | { skip: true }) => {
    if (at === undefined) return;
    const { personaId, interviewId } = interview;
    interview = await client.interviews.answer(personaId, interviewId, { n: at.n, ...answer });
    at = next(interview, at.n);
  };
  try {
    put();
    for await (const typed of reader) {
      const line = typed.trim();
      if (at === undefined || line === '/stop' || line === '/quit') break;
      if (!terminal && line !== '') {
        // A pipe may have ended long before its lines are read, and echoes nothing.
        show();
        out.write(`› ${line}\n`);
      }
      if (line === '/skip') await send({ skip: true });
      else if (line === '/back') {
        at = before(interview, at.n) ?? at;
        shown = undefined;
      } else if (line === '/help' || line.startsWith('/')) out.note(help);
      else if (line !== '') await send({ text: line });
      if (at === undefined) break;
      if (line !== '') put();
    }
    return interview;
  } finally {
    unsubscribe();
    reader.close();
  }
}

function questionText(
  { questions }: Interview,
  { n, topic, text, why, answer }: InterviewQuestion,
  out: Pick<Context['out'], 'paint'>,
): string {
  const said = answer === null ? '' : `\n${out.paint('dim', `So far: ${answer}`)}`;
  return `\n${out.paint('dim', `${n} of ${questions.length}, ${topic}. ${why}`)}\n${out.paint('bold', text)}${said}\n`;
}

function next({ questions }: Interview, after: number): InterviewQuestion | undefined {
  const isOpen = ({ status }: InterviewQuestion): boolean => status === 'open';
  return questions.find((one) => one.n > after && isOpen(one)) ?? questions.find(isOpen);
}

function before({ questions }: Interview, n: number): InterviewQuestion | undefined {
  return questions.findLast((one) => one.n < n && one.status !== 'erased');
}
