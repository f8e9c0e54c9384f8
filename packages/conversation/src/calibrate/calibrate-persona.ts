import { ExpectedError, type Calibration, type PersonaDocument } from '@personate/contracts';
import { confidenceOf, defaultThreshold } from '../decide/confidence.ts';
import { featuresOf } from '../decide/features.ts';
import type { AnswerTurnDeps } from '../deps.ts';
import { generalQuestions } from '../probes/general-questions.ts';
import { recallEvidence } from '../recall-evidence.ts';
import { selfNames } from '../understand/self-names.ts';
import { understandQuestion } from '../understand/understand-question.ts';
import { chooseThreshold, type Scored } from './choose-threshold.ts';
import { questionsOf, questionsOfOthers } from './questions-of.ts';

export type CalibrateDeps = Pick<
  AnswerTurnDeps,
  'personas' | 'knowledge' | 'recall' | 'similarity' | 'analyse'
>;

export interface CalibrateInput {
  personaId: string;
  /** Personas whose passages give questions that this one cannot answer; nothing of them is told or kept. */
  others: readonly string[];
  /** Share of answerable questions that may be declined, 0..0.5. */
  falseDeclines: number;
  signal: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

const mostAnswerable = 120;
const mostOthers = 60;
/** With fewer, the threshold would hang on one question. */
const fewestAnswerable = 20;

/**
 * Measures where the persona's knowledge ends, by questions made without a model, and finds the threshold that
 * declines no more of the answerable ones than was asked for. Nothing is stored.
 * @throws ExpectedError `persona.too-little-to-calibrate`, `persona.calibration-degraded`, and what opening the persona throws; others that cannot be opened are passed over.
 */
export async function calibratePersona(
  deps: CalibrateDeps,
  input: CalibrateInput,
): Promise<Omit<Calibration, 'proposalId' | 'version'>> {
  const { personaId, signal, falseDeclines } = input;
  const { version } = await deps.personas.serving(personaId);
  const persona = version.document;
  const answerable = await questionsOf(deps, persona, mostAnswerable, signal);
  if (answerable.length < fewestAnswerable) throw tooLittle(answerable.length);
  const { questions: others, passedOver } = await questionsOfOthers(
    deps,
    input.others,
    mostOthers,
    signal,
  );
  const asked: Array<{ kind: Scored['kind']; question: string }> = [
    ...answerable.map((question) => ({ kind: 'answerable' as const, question })),
    ...generalQuestions.map((question) => ({ kind: 'general' as const, question })),
    ...others.map((question) => ({ kind: 'others' as const, question })),
  ];
  const scored: Scored[] = [];
  for (const { kind, question } of asked) {
    signal.throwIfAborted();
    scored.push({ kind, confidence: await confidenceIn(deps, persona, question, signal) });
    input.onProgress?.(scored.length, asked.length);
  }
  const current = persona.knowledgeLimits.threshold ?? defaultThreshold;
  return {
    personaId,
    baseVersion: version.version,
    wanted: falseDeclines,
    asked: {
      answerable: answerable.length,
      general: generalQuestions.length,
      others: others.length,
    },
    passedOver,
    ...chooseThreshold(scored, { falseDeclines, usual: defaultThreshold, current }),
  };
}

async function confidenceIn(
  deps: CalibrateDeps,
  persona: PersonaDocument,
  question: string,
  signal: AbortSignal,
): Promise<number> {
  // Made to ask for knowledge: however it reads, it is no small talk.
  const understanding = {
    ...understandQuestion(question, [], persona),
    occasion: null,
    aspect: null,
    aboutUser: null,
  };
  const recalled = await recallEvidence(deps, {
    persona,
    understanding,
    audience: ['public'],
    signal,
  });
  // A threshold measured on half a search would hold for the whole one afterwards.
  if (recalled !== null && recalled.degraded.length > 0) throw halfSearched();
  if (recalled === null || recalled.results.length === 0) return 0;
  return confidenceOf(featuresOf(recalled, question, selfNames(persona)));
}

function halfSearched(): ExpectedError {
  return new ExpectedError(
    'unavailable',
    'persona.calibration-degraded',
    'The embeddings endpoint gives no vectors now, and what is found without them tells nothing of a threshold.',
    { fix: 'Calibrate when /health/ready names nothing as degraded any more.' },
  );
}

function tooLittle(found: number): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'persona.too-little-to-calibrate',
    `Its documents give ${found} questions that it could answer; a threshold takes at least ${fewestAnswerable}.`,
    { fix: 'Ingest more of it first; until then the default threshold holds.' },
  );
}
