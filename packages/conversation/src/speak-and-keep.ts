import {
  digitalSourceTypes,
  ExpectedError,
  type AnswerExtension,
  type AspectsReport,
  type Turn,
} from '@personate/contracts';
import { AnswerDraft } from './answer-draft.ts';
import type { ReplyPart } from './attempts/attempt-reply.ts';
import { canonOf } from './attempts/canon-of.ts';
import { chooseByTone } from './attempts/choose-by-tone.ts';
import { keepImprovised } from './attempts/keep-improvised.ts';
import { regenerateReply } from './attempts/regenerate-reply.ts';
import { checkPolicyOf, type Checked } from './check/check-reply.ts';
import type { AnswerEvent, AnswerTurnInput } from './answer-turn-types.ts';
import type { AnswerTurnDeps } from './deps.ts';
import type { PreparedTurn } from './prepare-turn.ts';
import { settledByRules, type SpeakerChange } from './speak-reply.ts';
import { storeTurn } from './store-turn.ts';

/** What may still change while the reply is spoken. */
interface Course {
  draft: AnswerDraft;
  speaker: SpeakerChange | null;
  checked: Checked;
  /** What the tone aspect did while it was spoken. */
  tone: Partial<AspectsReport['tone']>;
  /** The evidence gave nothing that can be said. */
  nothingSayable: boolean;
  /** What is known nearby was told beside the decline. */
  offers: boolean;
  firstTokenMs: number;
  started: boolean;
}

/** Speaks, checks and stores; whatever ends it, the turn is stored exactly once. */
export async function* speakAndKeep(
  deps: AnswerTurnDeps,
  input: AnswerTurnInput,
  turn: PreparedTurn,
): AsyncGenerator<AnswerEvent, void, undefined> {
  const course: Course = {
    draft: new AnswerDraft(turn.request.evidence),
    speaker: null,
    checked: { policy: checkPolicyOf(turn.request.persona), sentences: 0, struck: 0, softened: 0 },
    tone: {},
    nothingSayable: false,
    offers: false,
    firstTokenMs: 0,
    started: false,
  };
  const keep = async (
    status: Turn['status'],
  ): Promise<{ done: { turn: Turn; extension: AnswerExtension }; stored: boolean }> => {
    const extension = extend(turn, course);
    const kept = await storeTurn(deps, input, turn, {
      status,
      answer: course.draft.text,
      extension,
    });
    return { done: { turn: kept.turn, extension }, stored: kept.stored };
  };
  let kept = false;
  let broken = false;
  try {
    yield* speak(deps, input, turn, course);
    kept = true;
    const { done, stored } = await keep('complete');
    if (stored) await keepImprovised(deps, turn, done.turn);
    const { usage } = course.draft;
    yield { type: 'done', ...done, ...(usage === undefined ? {} : { usage }) };
  } catch (error) {
    broken = !input.signal.aborted;
    if (kept || !broken || !(error instanceof ExpectedError)) throw error;
    kept = true;
    yield { type: 'error', error, ...(await keep('failed')).done };
  } finally {
    // Aborted, left by its reader, or broken by a bug: what was said is not lost.
    if (!kept) await keep(broken ? 'failed' : 'aborted');
  }
}

async function* speak(
  deps: AnswerTurnDeps,
  input: AnswerTurnInput,
  turn: PreparedTurn,
  course: Course,
): AsyncGenerator<AnswerEvent, void, undefined> {
  for await (const part of reply(deps, input, turn, course)) {
    if (part.type === 'speaker') {
      course.speaker = part;
      continue;
    }
    if (part.type === 'declined') {
      course.nothingSayable = true;
      course.offers = part.offers === true;
      continue;
    }
    if (!course.started && part.type === 'text') {
      course.started = true;
      course.firstTokenMs = performance.now() - turn.startedAt;
      yield { type: 'start', extension: extend(turn, course) };
      if (turn.disclosed !== null) {
        const text = `${turn.disclosed}\n\n`;
        course.draft.begin(text);
        yield { type: 'delta', text };
      }
    }
    const n = course.draft.take(part);
    if (part.type === 'text') yield { type: 'delta', text: part.text };
    if (n !== null) yield { type: 'cite', n };
    input.signal.throwIfAborted();
  }
}

/** Chosen among several where that is set; else one, asked for again where too little of it was left. */
function reply(
  deps: AnswerTurnDeps,
  { whole = false, audience, signal }: AnswerTurnInput,
  { serving, request, aspects }: PreparedTurn,
  course: Course,
): AsyncIterable<ReplyPart> {
  const byModel = deps.speaker.model !== undefined && !settledByRules(request);
  const canon =
    byModel && course.checked.policy === 'improvise' && deps.improvisations !== undefined
      ? { canon: canonOf(deps, serving, audience) }
      : {};
  const { by, candidates, rewrite } = aspects.tone;
  if (byModel && by !== 'off' && (candidates > 1 || rewrite)) {
    const onChosen: Parameters<typeof chooseByTone>[1]['onChosen'] = ({ told }, done) => {
      course.checked = told;
      course.tone = done;
    };
    return chooseByTone(deps, { serving, request, aspects, onChosen, ...canon, signal });
  }
  const { regenerate } = request.persona.knowledgeLimits;
  return regenerateReply(deps, {
    request,
    again: byModel ? (regenerate ?? deps.regenerate ?? 0) : 0,
    whole,
    ...canon,
    onAttempt({ told }, regenerated) {
      course.checked = told;
      if (regenerated > 0) told.regenerated = regenerated;
    },
    signal,
  });
}

function extend(turn: PreparedTurn, course: Course): AnswerExtension {
  const { serving, verdict, request } = turn;
  const { version } = serving;
  const { improvised } = course.draft;
  // It was free to make something up, and did not.
  const knowsNot =
    verdict.reason === 'improvised' &&
    improvised.length === 0 &&
    course.draft.text !== '' &&
    course.draft.citations.length === 0;
  const declined = course.nothingSayable || knowsNot;
  const reason =
    course.speaker?.failed === true
      ? 'model-failed'
      : declined
        ? knowsNot
          ? 'no-evidence'
          : (verdict.orElse ?? 'weak-evidence')
        : verdict.reason;
  const model = course.speaker?.speaker.model;
  return {
    persona: version.personaId,
    version: version.version,
    knowledgeRevision: serving.knowledgeRevision,
    decision: declined ? 'declined' : verdict.decision,
    ...(reason === undefined ? {} : { reason }),
    ...(turn.degraded.length === 0 ? {} : { degraded: [...turn.degraded] }),
    // What is left of a reply that declined states nothing, whatever it named.
    citations: declined && !course.offers ? [] : course.draft.citations,
    memories: usedMemories(turn, course).map(({ id, quote }) => ({ id, quote })),
    ...(model === undefined && course.checked.struck === 0 ? {} : { check: course.checked }),
    ...(improvised.length === 0 ? {} : { improvised }),
    aspects: { ...turn.aspectsDone, tone: { ...turn.aspectsDone.tone, ...course.tone } },
    speaker: course.speaker?.speaker.name ?? '',
    ...(model === undefined ? {} : { model }),
    disclosure: request.persona.disclosure,
    synthetic: true,
    digitalSourceType: model === undefined ? digitalSourceTypes.rules : digitalSourceTypes.model,
    ...(turn.disclosed === null ? {} : { disclosed: turn.disclosed }),
    audience: turn.groups,
    conversationId: turn.place.conversationId,
    turnId: turn.turnId,
    timings: { ...turn.timings, firstTokenMs: course.firstTokenMs },
  };
}

/** A model was told all of them; by rules only those that the answer consists of are used. */
function usedMemories(
  { verdict, request }: PreparedTurn,
  course: Course,
): PreparedTurn['request']['memories'] {
  const byModel = course.speaker?.speaker.model !== undefined;
  const used = byModel || verdict.reason === 'from-memory' ? request.memories : [];
  // What was told in this conversation is no memory yet.
  return used.filter(({ id }) => id !== '');
}
