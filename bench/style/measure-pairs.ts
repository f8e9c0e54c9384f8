import { answerTurn, type AnswerTurnDeps } from '../../packages/conversation/src/index.ts';
import { styleTalk } from '../../packages/evaluation/src/questions/small-talk.ts';
import type { LoadedPersona } from '../../scripts/load-persona-folder.ts';
import type { ToneHead } from '../../packages/language/src/index.ts';
import { fairJudge, type Judge } from './judges.ts';

export interface Pairs {
  pairs: number;
  /** Pairs whose reply at 100 scores higher than that at 0, by the persona's tone head. */
  nearer: number;
  /** The same by a head that was trained on half of the texts, and has read neither reply. */
  nearerUnread: number;
  /** Those where both are one text: they count as not nearer. */
  same: number;
  mean: { plain: number; full: number };
  worst: Array<{ question: string; plain: string; full: string }>;
}

const mostShown = 8;

interface Scored {
  question: string;
  plain: string;
  full: string;
  low: number;
  high: number;
  isNearerUnread: boolean;
}

/** The same questions at both ends of the dial: what it must answer, what it must decline, and small talk. */
export async function measurePairs(
  deps: AnswerTurnDeps,
  input: {
    persona: LoadedPersona;
    own: ToneHead;
    judges: readonly Judge[];
    most: number;
    signal: AbortSignal;
  },
): Promise<Pairs> {
  const { persona, own, judges, most, signal } = input;
  const { answer, decline } = persona.probes;
  const questions = [
    ...answer.map(({ question }) => question).slice(0, most),
    ...decline.map(({ question }) => question).slice(0, Math.ceil(most / 2)),
    ...styleTalk,
  ];
  const scored: Scored[] = [];
  for (const question of questions) {
    const plain = await ask(deps, persona.document.id, question, 0, signal);
    const full = await ask(deps, persona.document.id, question, 100, signal);
    const { head } = fairJudge(judges, [plain, full]);
    const [a, b] = await deps.similarity.vectors([plain, full], signal);
    if (a === null || b === null || a === undefined || b === undefined) continue;
    scored.push({
      question,
      plain,
      full,
      low: own(plain, a),
      high: own(full, b),
      isNearerUnread: head(full, b) > head(plain, a),
    });
  }
  const mean = (of: (one: Scored) => number): number =>
    scored.reduce((sum, one) => sum + of(one), 0) / scored.length;
  const failing = scored.filter(({ low, high }) => high <= low);
  return {
    pairs: scored.length,
    nearer: scored.length - failing.length,
    nearerUnread: scored.filter(({ isNearerUnread }) => isNearerUnread).length,
    same: scored.filter(({ plain, full }) => plain === full).length,
    mean: { plain: mean(({ low }) => low), full: mean(({ high }) => high) },
    worst: failing
      .toSorted((a, b) => b.low - b.high - (a.low - a.high))
      .slice(0, mostShown)
      .map(({ question, plain, full }) => ({ question, plain, full })),
  };
}

async function ask(
  deps: AnswerTurnDeps,
  personaId: string,
  question: string,
  style: number,
  signal: AbortSignal,
): Promise<string> {
  let text = '';
  const turn = {
    personaId,
    messages: [{ role: 'user' as const, content: question }],
    userId: null,
    keyId: 'bench',
    audience: ['public'],
    style,
    signal,
  };
  for await (const event of answerTurn(deps, turn)) if (event.type === 'delta') text += event.text;
  return text;
}
