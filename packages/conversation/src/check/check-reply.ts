import type { AppliedPolicy, PersonaDocument } from '@personate/contracts';
import {
  softened,
  speakDecline,
  wordsOf,
  type SpeakRequest,
  type SpokenPart,
  type Touches,
} from '@personate/language';
import type { AnswerTurnDeps } from '../deps.ts';
import type { SpeakerChange } from '../speak-reply.ts';
import type { Canon } from './improvise.ts';
import { SentenceJudge, type JudgeDeps, type Judgement } from './judge-sentence.ts';
import { SentenceGroups, type SentenceGroup } from './sentence-groups.ts';
import { tellAsSelf } from './tell-as-self.ts';
import { withoutLineMarks } from './without-line-marks.ts';

/** What the check did. */
export interface Checked {
  policy: AppliedPolicy;
  /** Judged. */
  sentences: number;
  struck: number;
  softened: number;
  /** Replies before this one that were not given. */
  regenerated?: number;
}

/** Follows a text that was made up. */
export interface ImprovisedMark {
  type: 'improvised';
}

/** More would be a reply made of doubts. */
const mostSoftened = 1;
const ended = /[.!?…。！？]+["'”’»)\]]*\s*$/u;
/** "No, no" is a way of talking. */
const fewestRepeated = 4;
/** So many repeated sentences one after the other, and a model is not listened to any longer: it will not end by itself. */
const mostRounds = 3;
const repeated: Judgement = { verdict: 'strike', statesFact: false };

export function checkPolicyOf({ knowledgeLimits }: PersonaDocument): AppliedPolicy {
  const { improvise, check, enabled } = knowledgeLimits;
  if (improvise === true && enabled) return 'improvise';
  return check ?? (enabled ? 'balanced' : 'off');
}

/**
 * Passes a reply on sentence by sentence, each judged once it is whole, so that the stream is held back by no more than
 * that. What a model was given no ground for is struck, or said as doubtful; what touches a topic that is off limits is
 * struck whoever speaks; what one passage says, and it did not cite, is cited. Where no statement is left, the persona says that it does not know; where what was struck denied
 * what the evidence tells, or was small talk, the fallback speaks: the evidence for itself, the persona in its own lines.
 * @param context.told is counted up as it goes; what is struck is added to `wrong`.
 */
export async function* checkReply(
  deps: JudgeDeps & Pick<AnswerTurnDeps, 'fallback'>,
  reply: AsyncIterable<SpeakerChange | SpokenPart>,
  context: {
    request: SpeakRequest;
    touches: Touches | null;
    told: Checked;
    wrong?: string[];
    canon?: Canon;
    signal: AbortSignal;
  },
): AsyncGenerator<SpeakerChange | SpokenPart | ImprovisedMark, void, undefined> {
  const { request, touches, told, signal } = context;
  const judge = new SentenceJudge(deps, request, told.policy, context.canon);
  const groups = new SentenceGroups();
  let byModel = false;
  let kept = 0;
  let denied = false;
  /** The model was stopped in the middle of a sentence. */
  let isCut = false;
  let passed = 0;
  const said = new Set<string>();
  /** White space after what was said last: it is said when something follows. */
  let gap = '';
  const pass = async (
    group: SentenceGroup,
    last = false,
  ): Promise<Array<SpokenPart | ImprovisedMark>> => {
    const { verdict, statesFact, denies, restsOn, miscited } =
      byModel && isSaid(group) ? repeated : await judgeGroup(group);
    denied ||= denies === true;
    told.sentences += 1;
    if (verdict === 'improvise') {
      kept += 1;
      passed += 1;
      const text = gap + group.text.trimEnd();
      gap = last ? '' : (/\s*$/u.exec(group.text)?.[0] ?? '');
      // It rests on nothing, whatever it was said to rest on.
      return [{ type: 'text', text }, { type: 'improvised' }];
    }
    const lead = verdict === 'soften' ? softened(request.language) : '';
    if (
      verdict === 'strike' ||
      lead === null ||
      told.softened + Number(lead !== '') > mostSoftened
    ) {
      told.struck += 1;
      context.wrong?.push(group.text.trim());
      return [];
    }
    if (lead !== '') told.softened += 1;
    if (statesFact) kept += 1;
    if (/\p{L}/u.test(group.text)) passed += 1;
    const space = last ? '' : (/\s*$/u.exec(group.text)?.[0] ?? '');
    const parts = withGap(byModel ? asSelf(group) : group.parts, gap + lead, space);
    gap = space;
    // Small models seldom cite: what was found to bear it out is cited for them.
    if (restsOn === undefined || group.cites.includes(restsOn)) return parts;
    const held = miscited === true ? parts.filter(({ type }) => type !== 'cite') : parts;
    return [...held, { type: 'cite', n: restsOn }];
  };
  /** Repeated sentences one after the other. */
  let rounds = 0;
  /** A small model says the same sentence over and over. */
  const isSaid = ({ text }: SentenceGroup): boolean => {
    const words = wordsOf(text.toLowerCase());
    const key = words.join(' ');
    const known = words.length >= fewestRepeated && said.has(key);
    said.add(key);
    rounds = known ? rounds + 1 : 0;
    return known;
  };
  const asSelf = ({ parts }: SentenceGroup): SentenceGroup['parts'] => {
    const [only, ...more] = parts.filter(({ type }) => type === 'text');
    // Cut by a citation inside, a sentence is left as it is.
    if (only === undefined || more.length > 0) return parts;
    return parts.map((part) =>
      part.type === 'text'
        ? { ...part, text: withoutLineMarks(tellAsSelf(part.text, request)) }
        : part,
    );
  };
  const judgeGroup = async ({ text, cites }: SentenceGroup): Promise<Judgement> => {
    if (touches?.(text, request.language) === true) return { verdict: 'strike', statesFact: true };
    return byModel
      ? judge.judge(text, cites, signal)
      : { verdict: 'keep', statesFact: /\p{L}/u.test(text) };
  };
  async function* passAll(
    parts: typeof reply,
  ): AsyncGenerator<SpeakerChange | SpokenPart | ImprovisedMark> {
    try {
      listening: for await (const part of parts) {
        if (part.type === 'speaker') byModel = part.speaker.model !== undefined;
        if (part.type === 'cut') {
          isCut = true;
          continue;
        }
        if (part.type !== 'text' && part.type !== 'cite') {
          yield part;
          continue;
        }
        for (const group of groups.push(part)) {
          yield* await pass(group);
          if (rounds <= mostRounds) continue;
          isCut = true;
          break listening;
        }
      }
    } catch (error) {
      // What came stands, as far as it holds.
      if (!signal.aborted) for (const group of groups.end()) yield* await pass(group, true);
      throw error;
    }
    for (const group of groups.end()) {
      if (isCut && !ended.test(group.text)) {
        told.sentences += 1;
        told.struck += 1;
        context.wrong?.push(group.text.trim());
      } else yield* await pass(group, true);
    }
  }
  yield* passAll(reply);
  if (told.struck === 0 || kept > 0) return;
  const isTalk = byModel && request.occasion !== undefined;
  if (isTalk && passed > 0) return;
  // Nobody answers a greeting with not knowing, and what was cut off was no decline.
  if (denied || isCut || isTalk) {
    isCut = false;
    rounds = 0;
    yield { type: 'speaker', speaker: deps.fallback, failed: false };
    byModel = false;
    yield* passAll(deps.fallback.speak(request, signal));
    return;
  }
  yield { type: 'declined' };
  const { occasion: _, ...rest } = request;
  const line = speakDecline({ ...rest, decision: 'declined', reason: 'weak-evidence' });
  yield { type: 'text', text: `${passed > 0 ? gap || ' ' : ''}${line}` };
}

/** The group without the white space at its end, after what is due before it. */
function withGap(parts: readonly SpokenPart[], before: string, space: string): SpokenPart[] {
  const spoken = parts.map((part) => ({ ...part }));
  const last = spoken.findLast((part) => part.type === 'text');
  if (last?.type === 'text' && space !== '') last.text = last.text.slice(0, -space.length);
  const first = spoken.find((part) => part.type === 'text');
  if (first?.type === 'text') first.text = before + first.text;
  return spoken.filter((part) => part.type !== 'text' || part.text !== '');
}
