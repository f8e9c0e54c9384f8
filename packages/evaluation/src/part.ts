import type {
  BlindGuesses,
  EvaluationCase,
  EvaluationPart,
  EvaluationPartName,
  PersonaDocument,
  Probes,
  Status,
} from '@personate/contracts';
import type { Asker, EvaluationClient, Reply } from './ask.ts';
import type { Judge } from './judge/judge.ts';

/** What decides on how much is asked. */
export interface Scope {
  document: PersonaDocument;
  probes: Probes;
  speaker: Status['speaker'];
  /** Whether the version that serves is asked. */
  isHead: boolean;
  /** Those of a part's questions that are asked: all of them, or fewer where that was wanted. */
  some: <Item>(questions: readonly Item[]) => Item[];
}

/** What a part has to work with. */
export interface PartInput extends Scope {
  asker: Asker;
  client: EvaluationClient;
  personaId: string;
  /** A probe's reply, asked once for all parts. */
  answerOf: (question: string) => Promise<Reply>;
  /** A model's opinion of a reply; null where none was named, or it gave no verdict. */
  judge: Judge | null;
  /** What readers of a blind test guessed. */
  blind: readonly BlindGuesses[];
  signal: AbortSignal;
  onAsked: () => void;
}

export type Measured = Partial<Omit<EvaluationPart, 'name'>>;
/** One thing that is measured. What it cannot measure it says with `notMeasured`. */
export type Part = (input: PartInput) => Promise<Measured>;
/** How many replies of the model's it asks for, as far as that can be known before. */
export type PartReplies = (scope: Scope) => number;

export const asPart = (name: EvaluationPartName, measured: Measured): EvaluationPart => ({
  name,
  notMeasured: null,
  rates: [],
  figures: [],
  curves: [],
  cases: [],
  judged: [],
  ...measured,
});

export const asCase = (
  question: string,
  reply: Reply,
  judged: { passed: boolean; note: string },
): EvaluationCase => ({
  question,
  answer: reply.text,
  ...judged,
  decision: reply.extension.decision,
  reason: reply.extension.reason ?? null,
});

export const isDeclined = ({ extension }: Reply) => extension.decision === 'declined';
