import type { Decision, Probes, Reason } from '@personate/contracts';
import { answerTurn } from '../answer-turn.ts';
import type { AnswerTurnDeps } from '../deps.ts';

export interface ProbeResult {
  kind: 'answer' | 'decline';
  question: string;
  /** Within the persona's field, yet unknown to it. */
  near: boolean;
  /** Answered with one of the right documents among the citations, or declined, as the probe wants. */
  passed: boolean;
  decision: Decision;
  reason: Reason | null;
  answer: string;
  /** Documents that it cited, by their external ids. */
  cited: string[];
  /** Documents any of which would have done. */
  wanted: string[];
  /** Milliseconds to the first word. */
  firstTokenMs: number;
}

export interface ProbeReport {
  personaId: string;
  results: ProbeResult[];
  /** Shares that passed, 0..1; null where there was none of that kind. */
  rates: { answer: number | null; decline: number | null; declineNear: number | null };
}

export interface EvaluateProbesInput {
  personaId: string;
  probes: Probes;
  /** Whose documents may be seen; the public's by default. */
  audience?: readonly string[];
  signal: AbortSignal;
  onResult?: (result: ProbeResult, done: number, total: number) => void;
}

/** Asks every probe as a stranger would, each in a conversation of its own; nothing is stored or learnt from. */
export async function evaluateProbes(
  deps: AnswerTurnDeps,
  input: EvaluateProbesInput,
): Promise<ProbeReport> {
  const { personaId, probes, signal, audience = ['public'] } = input;
  const unstored = withoutTraces(deps);
  const total = probes.answer.length + probes.decline.length;
  const results: ProbeResult[] = [];
  const ask = async (question: string) => {
    const messages = [{ role: 'user' as const, content: question }];
    const turn = { personaId, messages, userId: null, keyId: 'probe', audience, signal };
    for await (const event of answerTurn(unstored, turn)) {
      if (event.type === 'error') throw event.error;
      if (event.type === 'done') return { ...event.extension, answer: event.turn?.answer ?? '' };
    }
    throw signal.reason ?? new Error('The turn ended without an answer.');
  };
  const note = (result: ProbeResult): void => {
    results.push(result);
    input.onResult?.(result, results.length, total);
  };
  for (const { question, documents } of probes.answer) {
    const told = await ask(question);
    const cited = [...new Set(told.citations.map(({ documentId }) => documentId))];
    const right = cited.some((id) => documents.includes(id));
    note({
      ...common(told, question, cited),
      kind: 'answer',
      near: false,
      wanted: documents,
      passed: told.decision !== 'declined' && right,
    });
  }
  for (const { question, near } of probes.decline) {
    const told = await ask(question);
    const cited = [...new Set(told.citations.map(({ documentId }) => documentId))];
    note({
      ...common(told, question, cited),
      kind: 'decline',
      near,
      wanted: [],
      passed: told.decision === 'declined',
    });
  }
  return {
    personaId,
    results,
    rates: {
      answer: rate(results.filter(({ kind }) => kind === 'answer')),
      decline: rate(results.filter(({ kind }) => kind === 'decline')),
      declineNear: rate(results.filter(({ kind, near }) => kind === 'decline' && near)),
    },
  };
}

interface Told {
  decision: Decision;
  reason?: Reason | undefined;
  answer: string;
  timings: { firstTokenMs: number };
}

function common(
  { decision, reason, answer, timings }: Told,
  question: string,
  cited: string[],
): Omit<ProbeResult, 'kind' | 'near' | 'wanted' | 'passed'> {
  return {
    question,
    decision,
    reason: reason ?? null,
    answer,
    cited,
    firstTokenMs: timings.firstTokenMs,
  };
}

function rate(results: readonly ProbeResult[]): number | null {
  if (results.length === 0) return null;
  return results.filter(({ passed }) => passed).length / results.length;
}

/** The same turn, with nowhere to leave anything. */
function withoutTraces(deps: AnswerTurnDeps): AnswerTurnDeps {
  return {
    ...deps,
    memories: { active: async () => [] },
    turns: {
      append: async () => true,
      recent: async () => [],
      findByHistory: async () => null,
      lastOf: async () => null,
      owner: async () => null,
    },
    evolution: { poke: async () => undefined },
  };
}
