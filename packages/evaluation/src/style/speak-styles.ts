import { askAll, type AskOptions, type Reply } from '../ask.ts';
import type { PartInput } from '../part.ts';

/** The same question to the persona at both ends of the dial, to another one, and to the model in nobody's voice. */
export interface Spoken {
  question: string;
  low: Reply;
  high: Reply;
  other: Reply | null;
  model: Reply | null;
}

const [plain, full] = [0, 100];

/** One persona after the other: a model server that holds one prompt would read each of them anew with every question. */
export async function speakStyles(
  { asker, signal, onAsked }: Pick<PartInput, 'asker' | 'signal' | 'onAsked'>,
  input: { questions: readonly string[]; other: string | undefined; model: string | undefined },
): Promise<Spoken[]> {
  const { questions, other, model } = input;
  const said = async (question: string, options: AskOptions) => {
    const reply = await asker.ask(question, options);
    onAsked();
    return reply;
  };
  const all = (options: AskOptions | null): Promise<Array<Reply | null>> =>
    askAll(questions, (question) => (options === null ? null : said(question, options)), signal);
  const own = await askAll(
    questions,
    async (question) => ({
      question,
      low: await said(question, { style: plain }),
      high: await said(question, { style: full }),
    }),
    signal,
  );
  const others = await all(other === undefined ? null : { persona: other });
  const models = await all(
    model === undefined ? null : { persona: model, keptAs: 'nobody', style: plain },
  );
  return own.map((one, place) => ({
    ...one,
    other: others[place] ?? null,
    model: models[place] ?? null,
  }));
}
