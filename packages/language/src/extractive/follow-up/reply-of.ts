import type { SpeakRequest } from '../../speaker.ts';
import type { Voice } from '../compose-reply.ts';
import { pickSpans, type PickLimits } from '../pick-spans.ts';
import type { RankedSpan } from '../rank-spans.ts';
import type { FollowUpAnswers } from './answer-follow-up.ts';

/** What is new goes before what was said, where it is nearly as near. */
const newLead = 0.1;

/** "Who else was in it?" */
const wantsOthers =
  /(?<!\p{L})(?:else|other|others|another|noch|andere\p{L}*|mer|annan|annat|andra|más|otr[oa]s?)(?!\p{L})/iu;

/** What is to be said of what answers a follow-up, and whether it is said again. */
export function replyOf(
  { answers: [best, ...others], asks }: FollowUpAnswers,
  { asked, goesOn }: Pick<SpeakRequest, 'asked' | 'goesOn'>,
  heard: (sentence: string) => boolean,
  limits: PickLimits,
): [spans: readonly RankedSpan[], more: Pick<Voice, 'again'>] {
  if (best === undefined) return [[], {}];
  const ranked = [best, ...others];
  const fresh = ranked.filter(({ sentences }) => !sentences.some(heard));
  const lead = best.relevance - (fresh[0]?.relevance ?? -Infinity);
  if (fresh.length > 0 && (!asks || lead <= newLead || wantsOthers.test(asked)))
    return [pickSpans(fresh, limits), {}];
  // "Why?" wants what was not told.
  if (goesOn === true) return [[], {}];
  const again = ranked.find(({ sentences }) => sentences.every(heard)) ?? best;
  return [[again], { again: true }];
}
