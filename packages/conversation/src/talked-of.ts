import type { EvidenceRecord, PersonaDocument } from '@personate/contracts';
import { bySharedWords } from './decide/source-of.ts';
import type { AnswerTurnDeps } from './deps.ts';
import type { ConversationPlace } from './find-conversation.ts';
import { recallByText } from './recall-by-text.ts';

/** A passage that the talk is on. */
export type TalkedOf = Pick<EvidenceRecord, 'passageId' | 'documentKey'>;

export interface Talk {
  /** Of the last replies: what a follow-up asks for may stand there. */
  passages: TalkedOf[];
  /** Documents of the last reply that rests on any. */
  recent: ReadonlySet<string>;
}

interface Asked {
  persona: PersonaDocument;
  language: string;
  audience: readonly string[];
  signal: AbortSignal;
}

type Deps = Pick<AnswerTurnDeps, 'knowledge' | 'recall' | 'analyse' | 'speaker'>;

const turnsTalkedOf = 2;
const mostTalkedOf = 6;
const mostSources = 2;
/** Of a line's content words, what a passage on the same holds. */
const onTheSame = { share: 0.3, words: 4 };

/**
 * Where what was said last stands. A line that the persona tells by heart cites nothing; "Could you have prevented it?"
 * after it asks all the same for what its documents say on that.
 */
export async function talkOf(
  deps: Deps,
  place: ConversationPlace,
  /** `goesOn`: "Why?" is answered by what goes on from what was said, and a line by heart does not go on. */
  input: Asked & { goesOn: boolean },
): Promise<Talk> {
  const cited = place.turns
    .toReversed()
    .map(({ evidence }) => evidence.filter((record) => record.cited && record.erased !== true))
    .filter((evidence) => evidence.length > 0)
    .slice(0, turnsTalkedOf);
  const byHeart = input.goesOn ? [] : await sourcesOfLine(deps, place, input);
  const latest = [...byHeart, ...(cited[0] ?? [])];
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
  deps: Deps,
  { turns }: ConversationPlace,
  { language, ...asked }: Asked,
): Promise<TalkedOf[]> {
  const last = turns.at(-1);
  if (last === undefined || last.extension.decision === 'declined') return [];
  // A model reads on its own from what was cited; a second search would only make it wait.
  const citedAny = last.evidence.some(({ cited }) => cited);
  if (citedAny && deps.speaker.model !== undefined) return [];
  const text = `${last.question} ${last.answer}`;
  const words = new Set(deps.analyse(text, language));
  if (words.size < onTheSame.words) return [];
  return bySharedWords(deps, words, await recallByText(deps, { ...asked, text }))
    .filter(({ shared }) => shared >= onTheSame.words && shared / words.size >= onTheSame.share)
    .slice(0, mostSources)
    .map(({ passage: { passageId, documentKey } }) => ({ passageId, documentKey }));
}
