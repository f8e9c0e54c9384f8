import type { PersonateClient } from '@personate/client';
import type { Interview } from '@personate/contracts';
import type { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { conduct } from '../interview/conduct.ts';
import { formatTime } from '../output/format.ts';
import { table } from '../output/table.ts';
import { listOf, wholeNumber } from '../program/arguments.ts';
import type { Cli, Context } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { watchToItsEnd } from './watch-to-its-end.ts';

interface InterviewOptions {
  new?: true;
  list?: true;
  expert?: string;
  questions: number;
  audience?: string[];
}

export function addInterview(program: Command, cli: Cli): void {
  program
    .command('interview <persona>')
    .description(
      'ask whom it is made of, or somebody who knows them, what no text tells; or go on with it',
    )
    .option('--expert <name>', 'who answers knows the persona, and is not its subject')
    .option('--questions <n>', 'how many', wholeNumber(20, 40), 30)
    .option('--audience <groups>', 'groups that may see the answers; else everybody', listOf)
    .option('--new', 'begin another one, though one is unfinished')
    .option('--list', 'what was asked so far, and how far each interview is')
    .addHelpText(
      'after',
      examples(
        'personate interview ada-m',
        'personate interview ada-m --expert "Tomas M." --questions 20',
        'personate interview ada-m --list',
      ),
    )
    .action((personaId: string, options: InterviewOptions) =>
      cli.run(async (context) => {
        const { client, out } = context;
        if (options.list === true) return tellAll(context, personaId);
        const begun = await beginOrResume(client, personaId, options);
        if (out.json) {
          out.result(begun, () => []);
          return exitCodes.done;
        }
        const done = begun.questions.filter(({ status }) => status !== 'open').length;
        out.note(
          `${done === 0 ? 'An interview' : 'The interview goes on'} with ${begun.respondent}: ${begun.questions.length - done} questions. /skip, /back, /stop; it can be gone on with at any time.`,
        );
        return settle(context, await conduct(context, begun));
      }),
    );
}

async function beginOrResume(
  client: PersonateClient,
  personaId: string,
  { new: another, expert, questions, audience }: InterviewOptions,
): Promise<Interview> {
  const role = expert === undefined ? 'subject' : 'expert';
  if (another !== true) {
    const known = await client.interviews.list(personaId);
    const unfinished = known.find(
      (one) =>
        one.status !== 'finished' &&
        one.role === role &&
        (expert === undefined || one.respondent === expert),
    );
    if (unfinished !== undefined) return unfinished;
  }
  return client.interviews.begin(personaId, {
    role,
    questions,
    ...(expert === undefined ? {} : { respondent: expert }),
    ...(audience === undefined ? {} : { audience }),
  });
}

async function settle(context: Context, interview: Interview) {
  const { client, out } = context;
  const { personaId, interviewId, questions } = interview;
  const answered = questions.filter(({ status }) => status === 'answered').length;
  const left = questions.filter(({ status }) => status === 'open').length;
  const goOn = `Go on with it:  personate interview ${personaId}`;
  if (answered === 0) {
    out.result(interview, () => ['Nothing was answered yet.', goOn]);
    return exitCodes.done;
  }
  const { ingestion } = await client.interviews.finish(personaId, interviewId);
  out.note(`${answered} answered, ${left} left. The answers become documents …`);
  const ended = await watchToItsEnd(context, ingestion);
  if (left > 0) out.note(goOn);
  return ended;
}

async function tellAll({ client, out }: Context, personaId: string) {
  const interviews = await client.interviews.list(personaId);
  out.result(interviews, () =>
    interviews.length === 0
      ? ['None so far.']
      : table(
          interviews.map(({ interviewId, respondent, role, status, questions, updatedAt }) => [
            interviewId,
            formatTime(updatedAt),
            `${respondent} (${role})`,
            status,
            `${questions.filter((one) => one.status === 'answered').length} of ${questions.length} answered`,
          ]),
        ),
  );
  return exitCodes.done;
}
