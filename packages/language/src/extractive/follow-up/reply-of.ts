import type { SpeakRequest } from '../../speaker.ts';
import type { Voice } from '../compose-reply.ts';
import { pickSpans, type PickLimits } from '../pick-spans.ts';
import type { RankedSpan } from '../rank-spans.ts';
import type { FollowUpAnswers } from './answer-follow-up.ts';

/** What is new goes before what was said, where it is nearly as near. */
const newLead = { usual: 0.1, sameText: 0.3 };

/** "Who else was in it?" */
const wantsOthers =
  /(?<!\p{L})(?:else|other|others|another|noch|andere\p{L}*|mer|annan|annat|andra|más|otr[oa]s?)(?!\p{L})/iu;

/** "Where?", "When was that?": of what was just told, before anything else. */
const bare =
  /^(?:(?:and|but|so) )?(?:when|where)(?: exactly)?(?: (?:was|is) (?:that|this|it))?[\s?!.]*$/iu;

/** "Would you make another?", "Was he a good student?": what was told is no answer to them, unless it holds a measure. */
const supposes =
  /^(?:(?:and|but|so) )?(?:(?:would|could|should)\b|what (?:did|do) you (?:usually |normally |then )?do\b)/iu;
const judges =
  /^(?:(?:and|but|so) )?(?:is|are|was|were) (?:he|she|it|they|that|you|this)\b.*\b(?:good|bad|great|nice|kind|best|worst|happy|sad|fun|hard|difficult|easy|strict|funny|smart|clever)\b/iu;

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
  const sameText = fresh[0]?.evidence.documentKey === best.evidence.documentKey;
  const near = lead <= (sameText ? newLead.sameText : newLead.usual);
  const isOfLast =
    bare.test(asked) && goesOn !== true && ranked.some(({ sentences }) => sentences.every(heard));
  if (fresh.length > 0 && !isOfLast && (!asks || near || wantsOthers.test(asked)))
    return [pickSpans(fresh, limits), {}];
  // "Why?" wants what was not told, and what asks for nothing in particular has been told all.
  if (goesOn === true || !asks || supposes.test(asked) || judges.test(asked)) return [[], {}];
  const said = ranked.filter(({ sentences }) => sentences.every(heard));
  // Of several that begin with the answer the shortest: what follows it was said too.
  const shortest = said.findLast(
    ({ n, at, sentences }) => n === said[0]?.n && at === said[0].at && sentences.length === 1,
  );
  return [[shortest ?? said[0] ?? best], { again: true }];
}
