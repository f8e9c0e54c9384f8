import type { AspectsReport } from '@personate/contracts';
import type { SpeakRequest } from '@personate/language';
import { rewritePrompt } from '@personate/personas';
import type { Aspects } from '../aspects/aspect-settings.ts';
import { toneByModel } from '../aspects/tone-by-model.ts';
import type { Canon } from '../check/improvise.ts';
import type { AnswerTurnDeps, ServingPersona } from '../deps.ts';
import { toneFor } from '../tone/tone-for.ts';
import {
  attemptReply,
  takeWhole,
  usageOf,
  withNote,
  type Attempt,
  type ReplyPart,
  type Taken,
} from './attempt-reply.ts';

export interface ChooseInput {
  serving: ServingPersona;
  request: SpeakRequest;
  aspects: Aspects;
  /** Told of the reply that is given. */
  onChosen: (attempt: Attempt, done: Partial<AspectsReport['tone']>) => void;
  /** Absent: nothing may be made up. */
  canon?: Canon;
  signal: AbortSignal;
}

/** Below it a text sounds more like others than like the persona. */
const likeOthers = 0.5;
/** Asked the same at temperature 0, a model says the same. */
const variedTemperature = 0.8;

interface Scored extends Taken {
  /** Absent where no tone is known. */
  score?: number;
}

/** Asks for several replies at once and gives the one that sounds most like the persona, asking once for it anew where none does. */
export async function* chooseByTone(
  deps: AnswerTurnDeps,
  input: ChooseInput,
): AsyncGenerator<ReplyPart, void, undefined> {
  const { request, aspects, onChosen, signal } = input;
  const { candidates, rewrite } = aspects.tone;
  const taken = await takeSeveral(deps, input);
  const [best, ...others] = (await scored(deps, input, taken)).toSorted(likest);
  if (best === undefined) throw new Error('a reply was neither taken nor failed');
  yield* others.flatMap((one) => usageOf(one.taken));
  const weighed = candidates > 1 ? { candidates: taken.length } : {};
  const scoreOf = ({ score }: Scored) => (score === undefined ? {} : { score });
  const isUnlike = best.score !== undefined && best.score < likeOthers;
  if (rewrite && isUnlike && !best.declined && !best.failed) {
    const note = rewritePrompt.render(withMarks(best));
    const anew = await takeWhole(attemptReply(deps, withNote(request, note), signal, input.canon));
    const [said] = await scored(deps, input, [anew]);
    if (said !== undefined && isBetter(said, best)) {
      onChosen(said, { ...weighed, ...scoreOf(said), rewritten: true });
      yield* usageOf(best.taken);
      yield* said.taken;
      return;
    }
    yield* usageOf(anew.taken);
  }
  onChosen(best, { ...weighed, ...scoreOf(best) });
  yield* best.taken;
}

/** @throws what the first one threw where all did. */
async function takeSeveral(
  deps: AnswerTurnDeps,
  { request, aspects, canon, signal }: ChooseInput,
): Promise<Taken[]> {
  const { candidates } = aspects.tone;
  const several = Array.from({ length: candidates }, (_, place) =>
    place === 0 ? request : { ...request, temperature: request.temperature ?? variedTemperature },
  );
  const settled = await Promise.allSettled(
    several.map((one) => takeWhole(attemptReply(deps, one, signal, canon))),
  );
  signal.throwIfAborted();
  const taken = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const [first] = settled;
  if (taken.length === 0 && first?.status === 'rejected') throw first.reason;
  return taken;
}

async function scored(
  deps: AnswerTurnDeps,
  { serving, request, aspects, signal }: ChooseInput,
  taken: readonly Taken[],
): Promise<Scored[]> {
  const texts = taken.map(({ text }) => text);
  const byModel = await toneByModel(deps, aspects, { persona: request.persona, texts, signal });
  if (byModel !== null) return taken.map((one, n) => ({ ...one, score: byModel[n] ?? 0 }));
  const { tone } = toneFor(deps, serving);
  if (tone === undefined) return [...taken];
  const toneOf = await tone(texts, signal);
  return taken.map((one) => ({ ...one, score: toneOf(one.text, one.text) }));
}

/** What says something goes first, then what sounds like the persona, then what less was struck of. */
function likest(a: Scored, b: Scored): number {
  return (
    Number(a.declined) - Number(b.declined) ||
    (b.score ?? 0) - (a.score ?? 0) ||
    a.told.struck - b.told.struck
  );
}

/** It says more like the persona what the other one said, from the same evidence. */
function isBetter(said: Scored, than: Scored): boolean {
  if (said.declined || said.failed || (said.score ?? 0) <= (than.score ?? 0)) return false;
  return [...than.cites].every((n) => said.cites.has(n));
}

function withMarks({ taken }: Taken): string {
  return taken
    .map((part) => (part.type === 'text' ? part.text : part.type === 'cite' ? ` (${part.n})` : ''))
    .join('');
}
