import {
  offLimitsOf,
  type ChatMessage,
  type SpeakRequest,
  type SpokenPart,
} from '@personate/language';
import {
  checkPolicyOf,
  checkReply,
  type Checked,
  type ImprovisedMark,
} from '../check/check-reply.ts';
import type { Canon } from '../check/improvise.ts';
import type { AnswerTurnDeps } from '../deps.ts';
import { speakReply, type SpeakerChange } from '../speak-reply.ts';

export type ReplyPart = SpeakerChange | SpokenPart | ImprovisedMark;

/** One reply as it comes, checked sentence by sentence. */
export interface Attempt {
  parts: AsyncIterable<ReplyPart>;
  /** Counted up as it goes. */
  told: Checked;
  /** What was struck, as it was said. */
  wrong: string[];
}

/** By rules alone, and with no topic to keep off, there is nothing to check. */
export function attemptReply(
  deps: AnswerTurnDeps,
  request: SpeakRequest,
  signal: AbortSignal,
  canon?: Canon,
): Attempt {
  const told: Checked = {
    policy: checkPolicyOf(request.persona),
    sentences: 0,
    struck: 0,
    softened: 0,
  };
  const wrong: string[] = [];
  const reply = speakReply(deps, request, signal);
  const touches = offLimitsOf(request.persona, (text, language) => deps.analyse(text, language));
  const byModel = deps.speaker.model !== undefined && told.policy !== 'off';
  const parts =
    !byModel && touches === null
      ? reply
      : checkReply(deps, reply, {
          request,
          touches,
          told,
          wrong,
          ...(canon === undefined ? {} : { canon }),
          signal,
        });
  return { parts, told, wrong };
}

/** A reply that was taken whole. */
export interface Taken extends Attempt {
  taken: ReplyPart[];
  /** Without citations. */
  text: string;
  /** Numbers of the evidence that it cites. */
  cites: ReadonlySet<number>;
  /** Nothing of it could be said. */
  declined: boolean;
  /** The model gave nothing, and somebody else spoke. */
  failed: boolean;
}

export async function takeWhole(attempt: Attempt): Promise<Taken> {
  const taken: ReplyPart[] = [];
  for await (const part of attempt.parts) taken.push(part);
  return {
    ...attempt,
    taken,
    text: taken.map((part) => (part.type === 'text' ? part.text : '')).join(''),
    cites: new Set(taken.flatMap((part) => (part.type === 'cite' ? [part.n] : []))),
    declined: taken.some(({ type }) => type === 'declined'),
    failed: taken.some((part) => part.type === 'speaker' && part.failed),
  };
}

/** What was spent on a reply that is not given counts all the same. */
export const usageOf = (parts: readonly ReplyPart[]): ReplyPart[] =>
  parts.filter(({ type }) => type === 'usage');

/** The same request, with something more to heed at its very end. */
export function withNote(request: SpeakRequest, note: string): SpeakRequest {
  const last = request.prompt.at(-1);
  if (last === undefined) return request;
  const told: ChatMessage = { ...last, content: `${last.content}\n\n${note}` };
  return { ...request, prompt: [...request.prompt.slice(0, -1), told] };
}
