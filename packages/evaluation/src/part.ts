import type {
  EvaluationCase,
  EvaluationPart,
  EvaluationPartName,
  PersonaDocument,
  Probes,
  Status,
} from '@personate/contracts';
import type { Asker, EvaluationClient, Reply } from './ask.ts';

/** What a part has to work with. */
export interface PartInput {
  asker: Asker;
  client: EvaluationClient;
  personaId: string;
  document: PersonaDocument;
  probes: Probes;
  speaker: Status['speaker'];
  /** A probe's reply, asked once for all parts. */
  answerOf: (question: string) => Promise<Reply>;
  signal: AbortSignal;
  onAsked: () => void;
}

export type Measured = Partial<Omit<EvaluationPart, 'name'>>;
/** One thing that is measured. What it cannot measure it says with `notMeasured`. */
export type Part = (input: PartInput) => Promise<Measured>;

export const asPart = (name: EvaluationPartName, measured: Measured): EvaluationPart => ({
  name,
  notMeasured: null,
  rates: [],
  figures: [],
  curves: [],
  cases: [],
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
