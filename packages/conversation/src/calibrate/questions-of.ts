import { ExpectedError, type PersonaDocument } from '@personate/contracts';
import type { AnswerTurnDeps } from '../deps.ts';
import { questionFrom } from './question-from.ts';
import { samplePassages } from './sample-passages.ts';

type Deps = Pick<AnswerTurnDeps, 'personas' | 'knowledge' | 'analyse'>;

/** Questions that the persona's own passages answer, `wanted` at most. @throws what opening it throws. */
export async function questionsOf(
  deps: Pick<Deps, 'knowledge' | 'analyse'>,
  persona: PersonaDocument,
  wanted: number,
  signal: AbortSignal,
): Promise<string[]> {
  const { store, embedder } = await deps.knowledge.open(persona.id, signal);
  const passages = await samplePassages(store, {
    dimensions: embedder.dimensions,
    wanted: wanted * 2,
    signal,
  });
  const questions = passages.flatMap(
    ({ text, language }) => questionFrom(deps, text, language) ?? [],
  );
  return [...new Set(questions)].slice(0, wanted);
}

/** Questions of other personas, from each about as many; those that cannot be opened are passed over. */
export async function questionsOfOthers(
  deps: Deps,
  others: readonly string[],
  wanted: number,
  signal: AbortSignal,
): Promise<{ questions: string[]; passedOver: string[] }> {
  const questions: string[] = [];
  const passedOver: string[] = [];
  const share = Math.ceil(wanted / Math.max(1, others.length));
  for (const other of others) {
    if (questions.length >= wanted) break;
    try {
      const { version } = await deps.personas.serving(other);
      questions.push(...(await questionsOf(deps, version.document, share, signal)));
    } catch (error) {
      // Archived meanwhile, or its embedder is away: it is not what is measured.
      signal.throwIfAborted();
      if (!(error instanceof ExpectedError)) throw error;
      passedOver.push(other);
    }
  }
  return { questions, passedOver };
}
