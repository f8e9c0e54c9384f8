import type { Command } from 'commander';
import { Conversation } from '../chat/conversation.ts';
import { noteDisclosure } from '../chat/disclosure-note.ts';
import { talk } from '../chat/talk.ts';
import { tellAnswer } from '../chat/tell-answer.ts';
import { usageError } from '../cli-error.ts';
import { exitCodes } from '../exit-code.ts';
import { wholeNumber } from '../program/arguments.ts';
import type { Cli, Context } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { untilInterrupted } from '../upload/until-interrupted.ts';

interface ChatOptions {
  user?: string;
  style?: number;
}

export function addChat(program: Command, cli: Cli): void {
  program
    .command('chat <persona> [question]')
    .description('ask a persona: one question, or a conversation when there is none')
    .option('--user <id>', 'remember what this user tells; without it nobody is remembered')
    .option('--style <dial>', 'from 0, plain, to 100, all quirks', wholeNumber(0, 100))
    .addHelpText(
      'after',
      examples(
        'personate chat mara-lindqvist',
        'personate chat mara-lindqvist "What was your first boat?"',
        'personate chat mara-lindqvist@2 --user anna',
      ),
    )
    .action((persona: string, question: string | undefined, options: ChatOptions) =>
      cli.run(async (context) => {
        if (question !== undefined) return askOnce(context, persona, question, options);
        const { client, out, io } = context;
        if (out.json) throw usageError('--json needs a question.', 'Write the question too.');
        // Before the first question: whether it is there.
        const { personate } = await client.models.get(persona);
        if (io.stdin.isTTY === true) {
          const memory =
            options.user === undefined
              ? 'Nothing is remembered; --user NAME changes that.'
              : `It remembers what you tell it as "${options.user}".`;
          out.note(`${personate.name}, version ${personate.version}. ${memory}`);
          out.note('/again asks for another answer, /quit ends.');
        }
        return talk(
          context,
          new Conversation(client, { persona, user: options.user, style: options.style }),
        );
      }),
    );
}

async function askOnce(
  { client, out, io }: Context,
  persona: string,
  question: string,
  options: ChatOptions,
) {
  const conversation = new Conversation(client, {
    persona,
    user: options.user,
    style: options.style,
  });
  const stopped = { message: 'Stopped.', fix: 'Ask again.' };
  const told = await untilInterrupted(io, stopped, (signal) =>
    tellAnswer(conversation.ask(question, signal), out),
  );
  if (out.json) out.result(told, () => []);
  else if (told !== null) noteDisclosure(told, out);
  return exitCodes.done;
}
