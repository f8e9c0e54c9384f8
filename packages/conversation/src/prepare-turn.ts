import {
  publicAudience,
  usualStyle,
  type AspectsReport,
  type Degraded,
  type PersonaDocument,
} from '@personate/contracts';
import { isFull, type SpeakRequest } from '@personate/language';
import type { Prompt, PromptInput } from '@personate/personas';
import type { AnswerTurnInput } from './answer-turn-types.ts';
import { settleAspects, type Aspects } from './aspects/aspect-settings.ts';
import { findHumour, type FoundHumour } from './aspects/find-humour.ts';
import { findJoke } from './aspects/find-joke.ts';
import { checkPolicyOf } from './check/check-reply.ts';
import { chooseExamples, occasionExamples } from './choose-examples.ts';
import type { Told } from './decide/choose-memories.ts';
import { decide } from './decide/decide.ts';
import type { Verdict } from './decide/decision-types.ts';
import { toldInConversation } from './decide/told-in-conversation.ts';
import type { AnswerTurnDeps, ServingPersona } from './deps.ts';
import { firstDisclosure, withoutDisclosures } from './first-disclosure.ts';
import { findConversation, type ConversationPlace } from './find-conversation.ts';
import { readMessages } from './read-messages.ts';
import { asksForKnowledge, recallEvidence } from './recall-evidence.ts';
import { settledByRules } from './speak-reply.ts';
import { talkOf, type Talk } from './talked-of.ts';
import { toneFor } from './tone/tone-for.ts';
import { understandInContext } from './understand/understand-in-context.ts';
import type { Understanding } from './understand/understand-question.ts';

export interface PreparedTurn {
  serving: ServingPersona;
  place: ConversationPlace;
  verdict: Verdict;
  /** What was to be recalled, and could not be searched for in full. */
  degraded: readonly Degraded[];
  /** As the user wrote it. */
  asked: string;
  request: SpeakRequest;
  /** null where rules settle the turn, whoever speaks. */
  prompt: Prompt | null;
  understanding: Understanding;
  aspects: Aspects;
  /** What they did before the first word. */
  aspectsDone: AspectsReport;
  humour: FoundHumour;
  /** The dial, 0 to 100. */
  style: number;
  /** Said before the reply, in the text; null: nothing. */
  disclosed: string | null;
  /** The asker's groups beyond the public. */
  groups: string[];
  turnId: string;
  /** By the database's clock. */
  askedAt: Date;
  /** `performance.now()` at the turn's start. */
  startedAt: number;
  timings: { understandMs: number; recallMs: number; decideMs: number };
}

/** Memories that a model is told of, newest first. */
const memoriesTold = 12;
const memoriesRead = 100;
const shortWords = 8;
const noTalk: Talk = { passages: [], recent: new Set() };

/** Everything before the first word: what is asked, what is known on it, and what is to be done with it. */
export async function prepareTurn(
  deps: AnswerTurnDeps,
  input: AnswerTurnInput,
  serving: ServingPersona,
  startedAt: number,
): Promise<PreparedTurn> {
  const { signal, audience, userId } = input;
  const askedAt = deps.now();
  const persona = serving.version.document;
  const read = readMessages(input.messages);
  const found = await findConversation(deps, input, read);
  const place = { ...found, history: withoutDisclosures(serving, found.history) };
  const aspects = settleAspects(deps, persona, input.aspects);
  const understanding = await understandInContext(deps, aspects, {
    asked: read.asked,
    history: place.history,
    persona,
    signal,
  });
  const memories = await readMemories(deps, persona.id, userId);
  const understoodAt = performance.now();
  // A short question after a reply may be on it, though nothing in it says so.
  const onLast = understanding.followUp || read.asked.split(/\s+/u).length <= shortWords;
  const { language } = understanding;
  const goesOn = understanding.goesOn && !understanding.more;
  const talk =
    onLast && asksForKnowledge(understanding)
      ? await talkOf(deps, place, { persona, language, goesOn, audience, signal })
      : noTalk;
  const talkedOf = talk.passages.map(({ passageId }) => passageId);
  const recalled = await recallEvidence(deps, {
    persona,
    understanding,
    audience,
    talkedOf,
    signal,
  });
  const recalledAt = performance.now();
  const decided = await decide(deps, {
    persona,
    understanding,
    recalled,
    told: withMemories(
      toldInConversation(place.history, understanding.language, {
        day: deps.now().toISOString().slice(0, 10),
        personaName: persona.name,
      }),
      memories,
    ),
    cited: citedBefore(place),
    talkedOf: new Set(talkedOf),
    seeks: deps.speaker.model === undefined,
    improvise: mayImprovise(deps, persona),
    said: place.history.filter(({ role }) => role === 'assistant').map(({ content }) => content),
    signal,
  });
  const style = input.style ?? persona.persona.voice.style ?? usualStyle;
  const { history } = place;
  const isJoke = decided.occasion === 'joke' && aspects.humour.by !== 'off';
  const joke = isJoke
    ? await findJoke(deps, { persona, understanding, history, audience, signal })
    : null;
  const verdict = joke ?? decided;
  const moment = { persona, understanding, verdict, history, style: style / 100 };
  const humour = await findHumour(deps, aspects, moment, signal);
  const decidedAt = performance.now();
  const told = toldOf(verdict, memories);
  const prompt = settledByRules(verdict)
    ? null
    : deps.buildPrompt({
        document: persona,
        evidence: verdict.evidence,
        memories: told,
        history: place.history,
        question: read.asked,
        ...(await examplesFor(deps, input, { persona, understanding, verdict, place })),
        decision: verdict.decision,
        reason: verdict.reason,
        language: understanding.language,
        style: style / 100,
        ...(humour.forPrompt === undefined ? {} : { humour: humour.forPrompt }),
        today: deps.now().toISOString(),
      });
  return {
    serving,
    prompt,
    understanding,
    aspects,
    aspectsDone: {
      understanding: {
        by: aspects.understanding.by,
        resolved: understanding.followUp,
        ...(understanding.fellBack === true ? { fellBack: true } : {}),
      },
      tone: { by: aspects.tone.by },
      humour: humour.report,
    },
    humour,
    style,
    place,
    verdict,
    degraded: recalled?.degraded ?? [],
    asked: read.asked,
    disclosed:
      verdict.reason === 'synthetic-identity'
        ? null
        : firstDisclosure(serving, found, understanding.language),
    request: {
      ...buildRequest(input, { serving, place, understanding, verdict, talk, told, prompt, style }),
      ...(isFull(style / 100) && aspects.tone.by !== 'off' ? toneFor(deps, serving) : {}),
      ...(humour.report.called ? { humour: true } : {}),
    },
    groups: audience.filter((group) => group !== publicAudience),
    turnId: deps.newId(),
    askedAt,
    startedAt,
    timings: {
      understandMs: understoodAt - startedAt,
      recallMs: recalledAt - understoodAt,
      decideMs: decidedAt - recalledAt,
    },
  };
}

/** Only a model makes anything up, and only where it is kept. */
function mayImprovise(
  { speaker, improvisations }: Pick<AnswerTurnDeps, 'speaker' | 'improvisations'>,
  persona: PersonaDocument,
): boolean {
  return (
    checkPolicyOf(persona) === 'improvise' &&
    speaker.model !== undefined &&
    improvisations !== undefined
  );
}

/** Without a user whom the key vouches for no memory is read. */
async function readMemories(
  deps: Pick<AnswerTurnDeps, 'memories'>,
  personaId: string,
  userId: string | null,
): Promise<Told[]> {
  if (userId === null) return [];
  const active = await deps.memories.active(personaId, userId, memoriesRead);
  return active.map(({ memoryId, text, quote, slot }) => ({ id: memoryId, text, quote, slot }));
}

/** What was told just now stands before what was told once. */
function withMemories(told: readonly Told[], memories: readonly Told[]): Told[] {
  const slots = new Set(told.map(({ slot }) => slot));
  return [...told, ...memories.filter(({ slot }) => slot === null || !slots.has(slot))];
}

/** Passages that were cited in this conversation. */
function citedBefore(place: ConversationPlace): ReadonlySet<string> {
  const evidence = place.turns.flatMap((turn) => turn.evidence);
  return new Set(evidence.filter(({ cited }) => cited).map(({ passageId }) => passageId));
}

/** Those that answer the question, else the newest. */
function toldOf(verdict: Verdict, memories: readonly Told[]): SpeakRequest['memories'] {
  const chosen = verdict.memories.length > 0 ? verdict.memories : memories.slice(0, memoriesTold);
  return chosen.map(({ id, text, quote }) => ({ id: id ?? '', text, quote }));
}

/** Only a model is shown any: of what the persona says on such an occasion, else of its replies to something like it. */
async function examplesFor(
  deps: Pick<AnswerTurnDeps, 'speaker' | 'similarity'>,
  { signal }: AnswerTurnInput,
  turn: Pick<PreparedTurn, 'understanding' | 'verdict' | 'place'> & { persona: PersonaDocument },
): Promise<Pick<PromptInput, 'examples'>> {
  if (deps.speaker.model === undefined) return {};
  const { persona, understanding, verdict, place } = turn;
  const { asked, language, formal } = understanding;
  if (verdict.occasion !== undefined) {
    const said = place.history.map(({ content }) => content).join('\n');
    const of = { prompt: asked, occasion: verdict.occasion, language, formal, said };
    const examples = occasionExamples(persona, of);
    if (examples.length > 0) return { examples };
  }
  return { examples: await chooseExamples(deps, { persona, question: asked, language, signal }) };
}

function buildRequest(
  input: AnswerTurnInput,
  turn: Pick<
    PreparedTurn,
    'serving' | 'place' | 'understanding' | 'verdict' | 'prompt' | 'style'
  > & {
    talk: Talk;
    told: SpeakRequest['memories'];
  },
): SpeakRequest {
  const { serving, place, understanding, verdict, prompt } = turn;
  const { language, question, asked } = understanding;
  const { decision, reason, orElse, occasion, aspect, profile, line, tells, evidence } = verdict;
  return {
    persona: serving.version.document,
    asked,
    question,
    followUp: understanding.followUp,
    ...(understanding.about === undefined ? {} : { about: understanding.about }),
    formal: understanding.formal,
    ...(understanding.also === null ? {} : { also: understanding.also }),
    goesOn: understanding.goesOn,
    recent: turn.talk.recent,
    ...(understanding.paraphrase === null ? {} : { paraphrase: understanding.paraphrase }),
    language,
    decision,
    ...(reason === undefined ? {} : { reason }),
    ...(orElse === undefined ? {} : { orElse }),
    ...(occasion === undefined ? {} : { occasion }),
    ...(aspect === undefined ? {} : { aspect }),
    ...(profile === undefined ? {} : { profile }),
    ...(line === undefined ? {} : { line }),
    ...(tells === undefined ? {} : { tells }),
    evidence,
    memories: prompt === null ? [] : turn.told,
    history: place.history,
    prompt: prompt?.messages ?? [],
    style: turn.style / 100,
    ...(input.temperature === undefined ? {} : { temperature: input.temperature }),
    ...(input.maxTokens === undefined ? {} : { maxTokens: input.maxTokens }),
  };
}
