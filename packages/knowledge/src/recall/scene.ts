import type { Candidate } from '../knowledge-store.ts';
import { dateTermsOf, termsOf } from './passage-words.ts';

export interface SceneItem extends Candidate {
  /** Place among the candidates; -1 for one that is only somebody's neighbour. */
  place: number;
  /** Terms of its text, title and headings that the question asks for, with their counts. */
  counts: ReadonlyMap<string, number>;
  /** Terms of its text. */
  length: number;
  /** Terms of its date. */
  date: readonly string[];
  /** What `windowOf` and `sessionOf` gave for it: several scores ask. */
  window: { reach: number; items: SceneItem[] } | undefined;
  session: string | undefined;
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
  return { candidates, known, terms, averageLength, reach };
}

/** Passages that are no candidates, but stand beside some. */
export function addNeighbours({ known, terms }: Scene, neighbours: readonly Candidate[]): void {
  for (const neighbour of neighbours) {
    const { passageId } = neighbour.passage;
    if (!known.has(passageId)) known.set(passageId, sceneItem(neighbour, -1, terms));
  }
  for (const item of known.values()) item.window = undefined;
}

const nothing: ReadonlyMap<string, number> = new Map();

function sceneItem(
  { passage, dense, lexical }: Candidate,
  place: number,
  asked: ReadonlyMap<string, number>,
): SceneItem {
  const terms = termsOf(passage);
  let counts: Map<string, number> | undefined;
  for (const term of terms)
    if (asked.has(term)) (counts ??= new Map()).set(term, (counts.get(term) ?? 0) + 1);
  return {
    passage,
    dense,
    lexical,
    place,
    counts: counts ?? nothing,
    length: terms.length,
    date: dateTermsOf(passage),
    window: undefined,
    session: undefined,
  };
}

/** The item's known neighbours, up to `before` and `after` of them, in order, itself in its place. */
export function windowOf(
  scene: Scene,
  item: SceneItem,
  before: number,
  after: number,
): readonly SceneItem[] {
  const { reach } = scene;
  if (before !== after) return gather(scene, item, Math.min(before, reach), Math.min(after, reach));
  if (item.window?.reach !== before)
    item.window = {
      reach: before,
      items: gather(scene, item, Math.min(before, reach), Math.min(after, reach)),
    };
  return item.window.items;
}

function gather({ known }: Scene, item: SceneItem, before: number, after: number): SceneItem[] {
  const { passage } = item;
  const items: SceneItem[] = [];
  for (let i = Math.min(before, passage.before.length) - 1; i >= 0; i--) {
    const other = known.get(passage.before[i] ?? '');
    if (other !== undefined) items.push(other);
  }
  items.push(item);
  for (let i = 0; i < Math.min(after, passage.after.length); i++) {
    const other = known.get(passage.after[i] ?? '');
    if (other !== undefined) items.push(other);
  }
  return items;
}

/** What was said just before it, if that is known. */
export function neighbourBefore(scene: Scene, { passage }: SceneItem): SceneItem | undefined {
  const [id] = passage.before;
  return id === undefined || scene.reach === 0 ? undefined : scene.known.get(id);
}

/** What belongs together: the thread, else the document. */
export const sessionOf = (item: SceneItem): string =>
  (item.session ??= `${item.passage.sourceId}\n${item.passage.thread ?? item.passage.documentKey}`);
