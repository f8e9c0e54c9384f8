import type { PersonateClient } from '@personate/client';
import type { AnswerExtension, Probes } from '@personate/contracts';

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

/** How many are asked at a time: enough for a model's endpoint to be busy, few enough for one small machine. */
const atOnce = 4;

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
  const results: ProbeResult[] = [];
  let next = 0;
  let done = 0;
  const worker = async () => {
    for (let index = next++; index < all.length; index = next++) {
      options.signal.throwIfAborted();
      const probe = all[index] as Probe;
      results[index] = await askProbe(client, { personaId, probe }, options.signal);
      options.onAsked?.((done += 1), all.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
  return results;
}

export function ratesOf(results: readonly ProbeResult[], kind: ProbeResult['kind']): ProbeRates {
  const asked = results.filter((one) => one.kind === kind);
  const passed = asked.filter((one) => one.passed).length;
  return { passed, of: asked.length, rate: asked.length === 0 ? 1 : passed / asked.length };
}

async function askProbe(
  client: Client,
  { personaId, probe }: { personaId: string; probe: Probe },
  signal: AbortSignal,
): Promise<ProbeResult> {
  const { kind, question, wanted } = probe;
  const completion = await client.complete({
    persona: personaId,
    messages: [{ role: 'user', content: question }],
    signal,
  });
  const { decision, reason, citations, conversationId } = completion.personate;
  if (conversationId !== undefined) await client.conversations.delete(conversationId);
  const cited = [...new Set(citations.map(({ documentId }) => documentId))];
  const passed =
    kind === 'decline'
      ? decision === 'declined'
      : decision !== 'declined' && wanted.some((document) => cited.includes(document));
  const answer = completion.choices[0]?.message.content ?? '';
  return { kind, question, passed, decision, reason: reason ?? null, cited, wanted, answer };
}
