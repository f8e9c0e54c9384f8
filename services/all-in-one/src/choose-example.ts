import { mayAnswer, startingQuestions } from '@personate/contracts';
import type { Repositories } from '@personate/records';

/** Personas that are looked through for a question to print. */
const mostAsked = 20;

/** Somebody who may answer, asked the first of the questions to begin with; those first who have some of their own. */
export async function chooseExample(
  records: Pick<Repositories['personas'], 'list' | 'version'>,
): Promise<{ personaId: string; question: string } | null> {
  const personas = (await records.list()).filter(
    ({ status, consent }) => status === 'active' && mayAnswer(consent),
  );
  const fictional = personas.filter((one) => one.subject === 'fictional');
  let other: { personaId: string; question: string } | null = null;
  for (const { id, headVersion } of [...fictional, ...personas].slice(0, mostAsked)) {
    const { document } = await records.version(id, headVersion);
    const [question = 'Who are you?'] = startingQuestions(document);
    const asked = { personaId: id, question };
    if (document.starters !== undefined) return asked;
    other ??= asked;
  }
  return other;
}
