import { endOfKnowledge, type EvidenceRecord, type PersonaDocument } from '@personate/contracts';
import type { AnswerTurnDeps } from './deps.ts';
import type { ConversationPlace } from './find-conversation.ts';
import { selfNames } from './understand/self-names.ts';

/** A passage that the talk is on. */
export type TalkedOf = Pick<EvidenceRecord, 'passageId' | 'documentKey'>;

export interface Talk {
  /** Of the last replies: what a follow-up asks for may stand there. */
  passages: TalkedOf[];
  /** Documents of the last reply that rests on any. */
  recent: ReadonlySet<string>;
}

const turnsTalkedOf = 2;
const mostTalkedOf = 6;
/** What the persona tells by heart is looked up among so many. */
const nearest = 8;
const mostSources = 2;
/** Of a line's content words, what a passage on the same holds. */
const onTheSame = { share: 0.3, words: 4 };

/**
 * Where what was said last stands. A line that the persona tells by heart cites nothing; "Could you have prevented it?"
 * after it asks all the same for what its documents say on that.
 */
export async function talkOf(
  deps: Pick<AnswerTurnDeps, 'knowledge' | 'recall' | 'analyse'>,
  place: ConversationPlace,
  input: {
    persona: PersonaDocument;
    language: string;
    /** "Why?": what was said last goes on to answer it, and a line by heart does not go on. */
    goesOn: boolean;
    audience: readonly string[];
    signal: AbortSignal;
  },
): Promise<Talk> {
  const cited = place.turns
    .toReversed()
    .map(({ evidence }) => evidence.filter((record) => record.cited && record.erased !== true))
    .filter((evidence) => evidence.length > 0)
    .slice(0, turnsTalkedOf);
  const byHeart = input.goesOn ? [] : await sourcesOfLine(deps, place, input);
  const [latest = []] = byHeart.length > 0 ? [byHeart] : cited;
  const all: TalkedOf[] = [...byHeart, ...cited.flat()];
  const passages = all.filter(
    ({ passageId }, at) => all.findIndex((one) => one.passageId === passageId) === at,
  );
  return {
    passages: passages.slice(0, mostTalkedOf),
    recent: new Set(latest.map(({ documentKey }) => documentKey)),
  };
}

async function sourcesOfLine(
  deps: Pick<AnswerTurnDeps, 'knowledge' | 'recall' | 'analyse'>,
  { turns }: ConversationPlace,
  {
    persona,
    language,
    audience,
    signal,
  }: {
    persona: PersonaDocument;
    language: string;
    audience: readonly string[];
    signal: AbortSignal;
  },
): Promise<TalkedOf[]> {
  const last = turns.at(-1);
  if (last?.extension.reason !== 'from-persona' || last.evidence.some(({ cited }) => cited))
    return [];
  const words = new Set(deps.analyse(`${last.question} ${last.answer}`, language));
  if (words.size < onTheSame.words) return [];
  const { asOf, enabled } = persona.knowledgeLimits;
  const knowledge = await deps.knowledge.open(persona.id, signal);
  const { results } = await deps.recall(knowledge, {
    question: `${last.question} ${last.answer}`,
    selfNames: selfNames(persona),
    languages: persona.persona.voice.languages,
    k: nearest,
    audience,
    ...(enabled && asOf !== undefined ? { asOf: endOfKnowledge(asOf) } : {}),
    signal,
  });
  return results
    .filter(({ stance }) => stance !== 'to')
    .map((passage) => {
      const held = new Set(
        deps.analyse(`${passage.title ?? ''} ${passage.text}`, passage.language),
      );
      return { passage, shared: [...words].filter((word) => held.has(word)).length };
    })
    .filter(({ shared }) => shared >= onTheSame.words && shared / words.size >= onTheSame.share)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, mostSources)
    .map(({ passage: { passageId, documentKey } }) => ({ passageId, documentKey }));
}
