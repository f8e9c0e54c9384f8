import { ExpectedError } from '@personate/contracts';
import { nameParts } from '../embedding/remove-names.ts';
import { analyse } from '../lexical/analyse.ts';
import type { Candidate, CandidateQuery } from '../knowledge-store.ts';
import type {
  RecallDeps,
  RecallInput,
  RecallOptions,
  RecallResult,
  RecallStep,
} from '../recall-types.ts';
import { diversify } from './diversify.ts';
import { inItsWords, otherTerms } from './everyday-words.ts';
import { embedQuestion } from './embed-question.ts';
import { findParticipants, type Participants } from './find-participants.ts';
import { readNeighbours } from './read-neighbours.ts';
import { repliesAmong } from './replies.ts';
import { rerank } from './rerank.ts';
import { rescore, type Ranked } from './rescore.ts';
import { addNeighbours, buildScene } from './scene.ts';
import type { Subject } from './scores.ts';
import { recallSignals } from './signals.ts';
import { termsSeen } from './terms-seen.ts';
import { toResult } from './to-result.ts';
import { understandQuestion, type Understood } from './understand-question.ts';
import { weighTerms } from './weigh-terms.ts';

/** Of each kind, dense and lexical. */
const candidateLimit = 30;
/** On each side of a candidate: those further off were hardly ever the answer, and reading them took longest. */
const besideCandidates = 1;
/** On each side of what was found: what is shown with it, and read with it. */
const besideResults = 2;
const mostAlso = 8;

/**
 * Finds the evidence for a question in one persona's knowledge, in two stages: candidates from the store
 * (nearest by meaning and by terms, with their neighbours), rescored in process by a sum of normalised scores.
 * A question without any word finds nothing; a long one is read as far as its first 2,000 characters.
 * While the embedder is unable to embed it, it is searched by its words alone, and the result says so.
 *
 * @throws ExpectedError `knowledge.identity-mismatch`, and what the store throws
 */
export async function recall(
  { store, embedder, reranker }: RecallDeps,
  input: RecallInput,
  options: RecallOptions = {},
): Promise<RecallResult> {
  if (store.embeddingIdentity !== embedder.identity)
    throw mismatch(store.embeddingIdentity, embedder.identity);
  const { signal, selfNames } = input;
  const isOn = (step: RecallStep): boolean => options.off?.includes(step) !== true;
  const clock = stopwatch();

  const asked = understandQuestion(input.question, {
    selfNames,
    ...(input.languages === undefined ? {} : { languages: input.languages }),
  });
  const statistics = await store.termStatistics([...asked.terms, ...otherTerms(asked)], signal);
  const understood = inItsWords(asked, statistics);
  const participants = await findParticipants(store, understood, { selfNames, statistics, signal });
  const subject = subjectOf(understood, participants, selfNames);
  const terms = weighTerms(informative(understood, participants), statistics);
  const understandMs = clock();

  const names = isOn('names') ? participants.everywhere : [];
  const { vector, hasWords, unable } = await embedQuestion(
    embedder,
    { text: understood.text, names },
    signal,
  );
  const embedMs = clock();

  const visible = visibleTo(input);
  const query = { vector, terms, ...visible };
  const beside = (of: readonly Candidate[], known: ReadonlyMap<string, unknown>, reach: number) =>
    isOn('context') ? readNeighbours(store, of, { reach, known, query, signal }) : [];
  let candidates: Candidate[] = [];
  if (hasWords) {
    const limit = options.candidates ?? candidateLimit;
    candidates = await store.candidates({ ...query, limit }, signal);
    const there = new Set(candidates.map(({ passage }) => passage.passageId));
    const also = (input.also ?? []).filter((id) => !there.has(id)).slice(0, mostAlso);
    if (also.length > 0) candidates.push(...(await store.passages(also, query, signal)));
    const known = new Map(candidates.map((one) => [one.passage.passageId, one]));
    candidates.push(...(await beside(candidates, known, besideCandidates)));
  }
  const seen = await termsSeen(store, understood.terms, {
    statistics,
    candidates,
    visible,
    signal,
  });
  const searchMs = clock();

  const scene = buildScene({
    candidates,
    terms: seen === statistics ? terms : weighTerms(informative(understood, participants), seen),
    averageLength: statistics.averageLength,
    reach: isOn('context') ? besideResults : 0,
  });
  const selfWords = new Set(selfNames.flatMap(nameParts));
  const isSelf = (author: string): boolean => nameParts(author).some((part) => selfWords.has(part));
  const rescored = rescore({ scene, understood, subject, isSelf }, isOn);
  const rescoreMs = clock();
  const ranked =
    reranker !== undefined && isOn('rerank')
      ? await rerank(reranker, understood.text, rescored, signal)
      : rescored;
  const rerankMs = clock();
  const best = (isOn('repetition') ? diversify(ranked, input.k) : ranked).slice(
    0,
    Math.max(0, input.k),
  );
  const wanted = new Set(input.also ?? []);
  const results = [
    ...best,
    ...ranked.filter((one) => !best.includes(one) && wanted.has(one.item.passage.passageId)),
  ];
  const rivals = rivalsOf(ranked, results, input.rivals ?? 0);
  const chosen = [...results, ...rivals].map(({ item }) => item);
  const chooseMs = clock();
  const [context, sentences] = await Promise.all([
    beside(chosen, scene.known, besideResults),
    input.sentences === true && chosen.length > 0
      ? store.sentences(
          chosen.map(({ passage }) => passage.passageId),
          visibleTo(input),
          signal,
        )
      : new Map<string, Uint8Array>(),
  ]);
  addNeighbours(scene, context);
  const readMs = clock();
  const signals = recallSignals({
    understood,
    scene,
    results,
    statistics: seen,
    knownNames: participants.words,
    othersNamed: othersAmong(participants, selfNames),
  });
  return {
    results: results.map((result) => toResult(scene, result)),
    rivals: rivals.map((rival) => toResult(scene, rival)),
    replies: repliesAmong(scene, ranked),
    sentences,
    signals,
    degraded: unable ? ['embedder'] : [],
    timings: {
      understandMs,
      embedMs,
      searchMs: round(searchMs + readMs),
      rescoreMs: round(rescoreMs + chooseMs + clock()),
      ...(reranker === undefined ? {} : { rerankMs }),
    },
  };
}

const visibleTo = ({ audience, asOf }: RecallInput): Pick<CandidateQuery, 'audience' | 'asOf'> => ({
  audience,
  ...(asOf === undefined ? {} : { asOf }),
});

/** Terms that can tell passages apart: names of those who take part everywhere cannot. */
function informative({ terms, language }: Understood, { everywhere }: Participants): string[] {
  const silent = new Set(everywhere.flatMap(nameParts).flatMap((part) => analyse(part, language)));
  const rest = terms.filter((term) => !silent.has(term));
  return rest.length > 0 ? rest : terms;
}

function othersAmong({ authors }: Participants, selfNames: readonly string[]): string[] {
  const self = new Set(selfNames.flatMap(nameParts));
  return authors.filter((name) => !nameParts(name).some((part) => self.has(part)));
}

/** What comes first when it does not matter who speaks, beside the results. */
function rivalsOf(ranked: readonly Ranked[], results: readonly Ranked[], wanted: number): Ranked[] {
  if (wanted <= 0) return [];
  const there = new Set(results.map(({ item }) => item));
  const whoever = ({ score, shares }: Ranked): number => score - (shares['speaker'] ?? 0);
  return ranked
    .filter(({ item }) => !there.has(item))
    .toSorted((a, b) => whoever(b) - whoever(a))
    .slice(0, wanted);
}

function subjectOf(
  { addressesSelf }: Understood,
  participants: Participants,
  selfNames: readonly string[],
): Subject {
  const [author, ...more] = othersAmong(participants, selfNames);
  if (author === undefined) return addressesSelf ? { self: true } : {};
  return more.length === 0 && !addressesSelf ? { author } : {};
}

function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const elapsed = now - last;
    last = now;
    return round(elapsed);
  };
}

const round = (ms: number): number => Math.round(ms * 100) / 100;

function mismatch(stored: string, ours: string): ExpectedError {
  return new ExpectedError(
    'unavailable',
    'knowledge.identity-mismatch',
    `This knowledge was embedded by ${stored}, but questions are embedded by ${ours}.`,
    {
      fix: 'Start with the embedder that it was made by, or embed it anew: personate knowledge migrate <persona>',
    },
  );
}
