import type { HumourReason, PersonaDocument } from '@personate/contracts';
import {
  humourNature,
  isJesting,
  isPainful,
  isPlain,
  turnSeed,
  wantsToLaugh,
  type ChatMessage,
} from '@personate/language';
import type { Verdict } from '../decide/decision-types.ts';
import type { Understanding } from '../understand/understand-question.ts';
import type { Aspect } from './aspect-settings.ts';

export interface Moment {
  called: boolean;
  reason: HumourReason;
}

export interface MomentInput {
  persona: PersonaDocument;
  understanding: Understanding;
  verdict: Verdict;
  history: readonly ChatMessage[];
  /** 0..1 */
  style: number;
}

/** From this much of its nature, humour in so many of how many replies. */
const shares: ReadonlyArray<readonly [nature: number, some: number, of: number]> = [
  [0.8, 2, 3],
  [0.6, 1, 2],
  [0.4, 1, 4],
];
/** What was said so long ago still weighs on the conversation. */
const turnsFelt = 2;

/** Whether nothing may be jested about here, whoever decides the rest. */
export function forbidsHumour(input: MomentInput): HumourReason | null {
  const { understanding, verdict, history, style } = input;
  const { occasion, also, asked, question, language } = understanding;
  if (isPlain(style)) return 'plain';
  if (verdict.reason === 'synthetic-identity' || occasion === 'are-you-real') return 'sincere';
  if (occasion === 'feeling-low' || also === 'feeling-low' || occasion === 'insult')
    return 'feeling';
  const felt = history.filter(({ role }) => role === 'user').slice(-turnsFelt);
  const said = [asked, question, ...felt.map(({ content }) => content)];
  const told = verdict.evidence[0]?.text ?? '';
  if (said.some((text) => isPainful(text, language))) return 'painful';
  // Asked for a laugh, what is told may have an ending that is none.
  if (occasion !== 'joke' && isPainful(told, language)) return 'painful';
  return verdict.decision === 'declined' ? 'declined' : null;
}

/** Whether this moment and this persona call for humour: by rules on question, mood, subject and nature. */
export function humourMoment({ by }: Pick<Aspect, 'by'>, input: MomentInput): Moment {
  if (by === 'off') return { called: false, reason: 'switched-off' };
  const barred = forbidsHumour(input);
  if (barred !== null) return { called: false, reason: barred };
  const { understanding, persona, history } = input;
  if (understanding.occasion === 'joke' || wantsToLaugh(understanding.asked))
    return { called: true, reason: 'asked-for' };
  const nature = humourNature(persona);
  const share = shares.find(([least]) => nature >= least);
  if (share === undefined) return { called: false, reason: 'not-its-nature' };
  if (isJesting(understanding.asked)) return { called: true, reason: 'playful' };
  const [, some, of] = share;
  return turnSeed(understanding.asked, history) % of < some
    ? { called: true, reason: 'its-nature' }
    : { called: false, reason: 'not-now' };
}
