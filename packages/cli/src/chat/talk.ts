import { PersonateError } from '@personate/client';
import { createInterface } from 'node:readline';
import type { Context } from '../program/cli.ts';
import { failureOf, tellFailure } from '../failure.ts';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import type { Conversation } from './conversation.ts';
import { noteDisclosure } from './disclosure-note.ts';
import { tellAnswer } from './tell-answer.ts';

const help = 'Ask something. /again asks for another answer, /quit ends (so does Ctrl-D).';

/** Questions line by line, from a terminal or a pipe, until the input or the user ends it. */
export async function talk(
  { out, io }: Pick<Context, 'out' | 'io'>,
  conversation: Conversation,
): Promise<ExitCode> {
  const terminal = io.stdin.isTTY === true && io.stdout.isTTY === true;
  const reader = createInterface({ input: io.stdin, output: io.stdout, terminal });
  let answering: AbortController | null = null;
  let disclosed = false;
  // Ctrl-C: the answer under way, else the conversation. A terminal's line editor takes it before the process does.
  const stop = () => (answering === null ? reader.close() : answering.abort());
  reader.on('SIGINT', stop);
  const unsubscribe = io.interrupts.subscribe(stop);
  let open = true;
  reader.once('close', () => (open = false));
  const ask = () => {
    if (!terminal || !open) return;
    reader.setPrompt(out.paint('cyan', 'you › '));
    reader.prompt();
  };

  const answer = async (line: string) => {
    answering = new AbortController();
    const { signal } = answering;
    try {
      const events =
        line === '/again' ? conversation.again(signal) : conversation.ask(line, signal);
      const told = await tellAnswer(events, out);
      if (told !== null && !disclosed) noteDisclosure(told, out);
      disclosed ||= told !== null;
    } catch (error) {
      if (signal.aborted) return out.note('\nStopped.');
      // The next question may fare better; a pipe has nobody to read on.
      if (!(terminal && error instanceof PersonateError)) throw error;
      tellFailure(out, failureOf(error));
    } finally {
      answering = null;
    }
  };

  try {
    ask();
    for await (const typed of reader) {
      const line = typed.trim();
      if (line === '/quit' || line === '/exit') return exitCodes.done;
      if (line === '/help') out.note(help);
      else if (line === '/again' && conversation.lastQuestion === undefined)
        out.note('Nothing was asked yet.');
      else if (line.startsWith('/') && line !== '/again')
        out.note(`There is no ${line.split(' ')[0]}. ${help}`);
      else if (line !== '') await answer(line);
      ask();
    }
    // Ctrl-D and Ctrl-C leave the cursor behind the prompt.
    if (terminal) out.write('\n');
    return exitCodes.done;
  } finally {
    unsubscribe();
    reader.close();
  }
}
