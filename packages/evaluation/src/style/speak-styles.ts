import { askAll, type Reply } from '../ask.ts';
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

export function speakStyles(
  { asker, signal, onAsked }: Pick<PartInput, 'asker' | 'signal' | 'onAsked'>,
  input: { questions: readonly string[]; other: string | undefined; model: string | undefined },
): Promise<Spoken[]> {
  const { questions, other, model } = input;
  const said = async (question: string, options: { persona?: string; style?: number }) => {
    const reply = await asker.ask(question, options);
    onAsked();
    return reply;
  };
  return askAll(
    questions,
    async (question) => ({
      question,
      low: await said(question, { style: plain }),
      high: await said(question, { style: full }),
      other: other === undefined ? null : await said(question, { persona: other }),
      model: model === undefined ? null : await said(question, { persona: model, style: plain }),
    }),
    signal,
  );
}
