import type { Candidate } from '../knowledge-store.ts';
import { dateTermsOf, termsOf } from './passage-words.ts';

export interface SceneItem extends Candidate {
  /** Place among the candidates; -1 for one that is only somebody's neighbour. */
  place: number;
  /** Terms of its text, title and headings that the question asks for, with their counts. */
  counts: Map<string, number>;
  /** Terms of its text. */
  length: number;
  /** Terms of its date. */
  date: readonly string[];
}

/** Candidates with what stands around them: all that rescoring looks at. */
export interface Scene {
  candidates: SceneItem[];
  /** Candidates and their neighbours. */
  known: Map<string, SceneItem>;
  terms: ReadonlyMap<string, number>;
  averageLength: number;
  /** How far a window reaches: 0 when every passage stands for itself. */
  reach: number;
}

export function buildScene(input: {
  candidates: readonly Candidate[];
  /** What stands around the neighbours. */
  neighbours: readonly Candidate[];
  terms: ReadonlyMap<string, number>;
  averageLength: number;
  reach: number;
}): Scene {
  const { terms, averageLength, reach } = input;
  const known = new Map<string, SceneItem>();
  const candidates = input.candidates.map((candidate, place) => {
    const item = sceneItem(candidate, place, terms);
    known.set(candidate.passage.passageId, item);
    return item;
  });
  for (const neighbour of input.neighbours)
    if (!known.has(neighbour.passage.passageId))
      known.set(neighbour.passage.passageId, sceneItem(neighbour, -1, terms));
  return { candidates, known, terms, averageLength, reach };
}

function sceneItem(
  candidate: Candidate,
  place: number,
  asked: ReadonlyMap<string, number>,
): SceneItem {
  const { passage } = candidate;
  const terms = termsOf(passage);
  const counts = new Map<string, number>();
  for (const term of terms) if (asked.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { ...candidate, place, counts, length: terms.length, date: dateTermsOf(passage) };
}

/** The item's known neighbours, up to `before` and `after` of them, in order, itself in its place. */
export function windowOf(
  scene: Scene,
  { passage }: SceneItem,
  before: number,
  after: number,
): SceneItem[] {
  const ids = [
    ...passage.before.slice(0, Math.min(before, scene.reach)).toReversed(),
    passage.passageId,
    ...passage.after.slice(0, Math.min(after, scene.reach)),
  ];
  return ids.flatMap((id) => scene.known.get(id) ?? []);
}

/** What was said just before it, if that is known. */
export function neighbourBefore(scene: Scene, { passage }: SceneItem): SceneItem | undefined {
  const [id] = passage.before;
  return id === undefined || scene.reach === 0 ? undefined : scene.known.get(id);
}

/** What belongs together: the thread, else the document. */
export const sessionOf = ({ passage }: SceneItem): string =>
  `${passage.sourceId}\n${passage.thread ?? passage.documentKey}`;
