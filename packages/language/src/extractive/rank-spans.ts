import { humourOf } from '../humour/humour-marks.ts';
import { spanHolds } from '../profile/profile-evidence.ts';
import type { ProfileQuestion } from '../profile/profile-question.ts';
import { holdsProfile, prefersProfile } from '../profile/profile-shape.ts';
import { lastResidence } from '../profile/last-residence.ts';
import { workStanding } from '../profile/work-standing.ts';
import type { Span, Telling } from './build-spans.ts';
import type { Asked, Relevance } from './judge-sentences.ts';
import { judgeSpans } from './judge-spans.ts';
import { namesAskedOf, shareNamed } from './names-asked.ts';
import { ofWhatIsNamed } from './of-what-is-named.ts';

export interface RankedSpan extends Span {
  relevance: number;
  /** Best cosine of one of its sentences; 0 without an embedder. */
  similarity: number;
  /** Question terms that it or its title holds. */
  covers: ReadonlySet<string>;
  /** It stands under a title that names what is asked for. */
  titled: boolean;
}

/** Beside its best sentence; `passage` fitted on probes (bench/probes), the others chosen by reading replies. */
const weights = {
  passage: 0.9,
  company: 0.12,
  lead: 0.2,
  talkedOf: 0.12,
  named: 0.1,
  titled: 0.15,
};
/** Where the moment calls for it: the answer goes before the joke. */
const humorous = { from: 0.3, bonus: 0.08 };
/** A second sentence must be this near to the first in relevance to be worth its words. */
const idleSentence = 0.04;
/** A lone short sentence reads like a telegram where its neighbours would have made it a reply. */
const curt = { words: 13, cost: 0.1 };
/** What can be said plainly goes before what needs a frame. */
const framed: Readonly<Record<Telling, number>> = {
  own: 0,
  dated: 0.08,
  attributed: 0.12,
  foreign: 0.2,
};
/** A reply's best sentence must be at least this near to the question, and not much further than the nearest one. */
const nearEnough = { least: 0.2, share: 0.5 };
/** Without a word of the question, only a sentence this near is about the same thing. */
const wordless = 0.3;

/** For a question that everybody is asked. */
const shapely = { begins: 0.25, preferred: 0.2 };
/** Where somebody works is one place: the last of those that stand, and none that ended while one does. */
const atWork = { stands: 0.3, newest: 0.3, ended: 0.6 };

/** Of the homes of somebody who tells of none as present, the last one settles it. */
const lastOfHomes = 2;

/** Scores every span by its most relevant sentence and by how much the others help; best first. */
export async function rankSpans(
  spans: readonly Span[],
  asked: Asked,
  relevance: Relevance,
  signal: AbortSignal,
): Promise<RankedSpan[]> {
  const judgementsOf = await judgeSpans(spans, asked, relevance, signal);
  const top = Math.max(...spans.map(standing), Number.EPSILON);
  const { profile } = asked;
  const names = namesAskedOf(asked);
  const terms = new Set(relevance.analyse(asked.question, asked.language));
  // What stands under a heading is about that, and need not say so again.
  const heldByTitle = ({ evidence: { title }, language }: Span): string[] =>
    title === null
      ? []
      : [...new Set(relevance.analyse(title, language))].filter((term) => terms.has(term));
  const shaped = profile !== undefined && spans.every((span) => spanHolds(span, profile));
  const newestWork = profile?.slot === 'occupation' ? newestStanding(spans) : null;
  const lastHome = profile?.slot === 'residence' ? lastResidence(spans, asked.question) : null;
  const ranked = spans.map((span) => {
    const own = judgementsOf(span);
    const titled = heldByTitle(span);
    return {
      ...span,
      relevance:
        relevanceOf(
          span,
          own.map(({ score }) => score),
          top,
        ) +
        (profile === undefined ? 0 : fitness(span, profile)) +
        (newestWork === null ? 0 : workFitness(span, newestWork)) +
        (lastHome !== null && span.evidence.at === lastHome ? lastOfHomes : 0) +
        weights.named * shareNamed(names, span) +
        (weights.titled * titled.length) / Math.max(1, terms.size) +
        (asked.humour === true && isHumorous(span) ? humorous.bonus : 0) +
        (asked.followUp === true && asked.recent?.has(span.evidence.documentKey) === true
          ? weights.talkedOf
          : 0),
      similarity: Math.max(0, ...own.map(({ similarity }) => similarity)),
      covers: new Set([...own.flatMap(({ held }) => [...held]), ...titled]),
      titled: titled.length > 0,
    };
  });
  // Of a follow-up only what holds what it asks for is ranked, in whatever words.
  const near = withItsNumbers(
    shaped || (asked.followUp === true && asked.goesOn !== true)
      ? ranked
      : ofWhatIsNamed(onTheQuestion(ranked, relevance.similarity !== undefined), asked),
  );
  return near.toSorted((a, b) => b.relevance - a.relevance || a.n - b.n || a.at - b.at);
}

/**
 * To an embedder one number is as good as another: what tells of number 410 is no answer on number 394, where another
 * passage holds that, or is of that year.
 */
function withItsNumbers(spans: RankedSpan[]): RankedSpan[] {
  const numbers = new Set(
    spans.flatMap(({ covers }) => [...covers].filter((term) => /^\p{N}+$/u.test(term))),
  );
  if (numbers.size === 0) return spans;
  const holding = new Set(
    spans
      .filter(
        ({ covers, evidence }) =>
          [...numbers].some((number) => covers.has(number)) ||
          numbers.has((evidence.at ?? '').slice(0, 4)),
      )
      .map(({ evidence }) => evidence.passageId),
  );
  return spans.filter(({ evidence }) => holding.has(evidence.passageId));
}

const isHumorous = ({ evidence, sentences, language }: Span): boolean =>
  evidence.stance === 'by' && sentences.some((one) => humourOf(one, language) >= humorous.from);

/** What begins with the answer goes first, and what is still so before what was. */
function fitness({ sentences }: Span, profile: ProfileQuestion): number {
  const first = sentences[0] ?? '';
  const begins = holdsProfile(first, profile) ? shapely.begins : 0;
  return begins + (prefersProfile(first, profile) ? shapely.preferred : 0);
}

/** When the last position that stands was told of, '' where that has no date; null where none stands. */
function newestStanding(spans: readonly Span[]): string | null {
  const standing = spans.filter(({ sentences }) => workStanding(sentences[0] ?? '') === 'now');
  const dates = standing.map(({ evidence }) => evidence.at ?? '');
  return dates.length === 0 ? null : dates.reduce((a, b) => (a > b ? a : b));
}

function workFitness({ sentences, evidence }: Span, newest: string): number {
  const standing = workStanding(sentences[0] ?? '');
  if (standing === 'ended') return -atWork.ended;
  if (standing === null) return 0;
  return atWork.stands + ((evidence.at ?? '') === newest ? atWork.newest : 0);
}

function relevanceOf(span: Span, scores: readonly number[], topPassage: number): number {
  const best = Math.max(...scores);
  const share = (score: number): number => score / Math.max(best, Number.EPSILON);
  const others = scores.filter((_, index) => index !== scores.indexOf(best));
  const company = others.reduce(
    (sum, score) => sum + weights.company * share(score) - idleSentence,
    0,
  );
  // What leads up to the answer and has nothing to do with the question reads as if it were the answer.
  const lead = weights.lead * (1 - share(scores[0] ?? 0));
  const passage = weights.passage * Math.max(0, standing(span) / topPassage);
  const short = span.words < curt.words ? curt.cost : 0;
  return best + company + passage - lead - short - framed[span.telling];
}

/** What speaks for its passage beside the sentence that was nearest when it was read. */
const standing = ({ evidence }: Span): number =>
  evidence.score - (evidence.scores['sentence'] ?? 0);

function onTheQuestion(spans: readonly RankedSpan[], embedded: boolean): RankedSpan[] {
  if (!embedded) return [...spans];
  const nearest = Math.max(0, ...spans.map(({ similarity }) => similarity));
  const floor = Math.max(nearEnough.least, nearEnough.share * nearest);
  return spans.filter(
    ({ similarity, covers, titled }) =>
      titled || (similarity >= floor && (covers.size > 0 || similarity >= wordless)),
  );
}
