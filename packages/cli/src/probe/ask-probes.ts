import type { PersonateClient } from '@personate/client';
import type { AnswerExtension, Probes } from '@personate/contracts';
import { askAll, openAsker, Pace, type Asker } from '@personate/evaluation';

export interface ProbeResult {
  kind: 'answer' | 'decline';
  question: string;
  passed: boolean;
  decision: AnswerExtension['decision'];
  reason: AnswerExtension['reason'] | null;
  /** What the answer cited. */
  cited: string[];
  /** Any of which would have done; empty for what must be declined. */
  wanted: string[];
  answer: string;
}

export interface ProbeRates {
  passed: number;
  of: number;
  /** From 0 to 1; 1 where nothing was asked. */
  rate: number;
}

type Client = Pick<PersonateClient, 'complete' | 'conversations'>;
type Probe = { kind: ProbeResult['kind']; question: string; wanted: string[] };

/**
 * Asks every probe as a stranger does, so that nothing is learnt, each in a conversation of its own that is deleted.
 * @returns the results in the probes' order.
 */
export async function askProbes(
  client: Client,
  input: { personaId: string; probes: Probes },
  options: { signal: AbortSignal; onAsked?: (done: number, total: number) => void },
): Promise<ProbeResult[]> {
  const { personaId, probes } = input;
  const all: Probe[] = [
    ...probes.answer.map(({ question, documents }) => ({
      kind: 'answer' as const,
      question,
      wanted: documents,
    })),
    ...probes.decline.map(({ question }) => ({ kind: 'decline' as const, question, wanted: [] })),
  ];
  const asker = openAsker(client, {
    persona: personaId,
    pace: new Pace(),
    signal: options.signal,
  });
  let done = 0;
  return askAll(
    all,
    async (probe) => {
      const result = await askProbe(asker, probe);
      options.onAsked?.((done += 1), all.length);
      return result;
    },
    options.signal,
  );
}

export function ratesOf(results: readonly ProbeResult[], kind: ProbeResult['kind']): ProbeRates {
  const asked = results.filter((one) => one.kind === kind);
  const passed = asked.filter((one) => one.passed).length;
  return { passed, of: asked.length, rate: asked.length === 0 ? 1 : passed / asked.length };
}

async function askProbe(asker: Asker, probe: Probe): Promise<ProbeResult> {
  const { kind, question, wanted } = probe;
  const { text: answer, extension, cited } = await asker.ask(question);
  const { decision, reason = null } = extension;
  const passed =
    kind === 'decline'
      ? decision === 'declined'
      : decision !== 'declined' && wanted.some((document) => cited.includes(document));
  return { kind, question, passed, decision, reason, cited, wanted, answer };
}
