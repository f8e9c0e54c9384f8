import type { RecallSignals } from '../recall-types.ts';
import { analyse } from '../lexical/analyse.ts';
import type { TermStatistics } from '../knowledge-store.ts';
import type { Ranked } from './rescore.ts';
import { windowOf, type Scene, type SceneItem } from './scene.ts';
import type { Understood } from './understand-question.ts';

/** Share of the question's weight that these passages hold together, 0..1. */
export function coverageOf(scene: Scene, items: readonly SceneItem[]): number {
  let all = 0;
  let held = 0;
  for (const [term, weight] of scene.terms) {
    all += weight;
    if (items.some((item) => item.counts.has(term) || item.date.includes(term))) held += weight;
  }
  return all > 0 ? held / all : 0;
}

export function recallSignals(input: {
  understood: Understood;
  scene: Scene;
  results: readonly Ranked[];
  statistics: TermStatistics;
  /** Author and self names, as words in lower case: they are known, whoever speaks of them. */
  knownNames: ReadonlySet<string>;
  othersNamed: string[];
}): RecallSignals {
  const { understood, scene, results, statistics, knownNames, othersNamed } = input;
  const weight = (terms: Iterable<string>): number => {
    let sum = 0;
    for (const term of terms) sum += scene.terms.get(term) ?? 0;
    return sum;
  };
  const all = weight(scene.terms.keys());
  const occurs = (term: string): boolean => (statistics.frequency.get(term) ?? 0) > 0;
  const best = results.slice(0, 3).flatMap(({ item }) => windowOf(scene, item, 2, 2));
  const strongest = Math.max(0, ...scene.candidates.map((item) => item.lexical));
  return {
    bestCosine: results.length === 0 ? 0 : Math.max(...results.map(({ item }) => item.dense)),
    coverage: coverageOf(scene, best),
    vocabularyCoverage: all > 0 ? weight([...scene.terms.keys()].filter(occurs)) / all : 0,
    lexicalStrength: all > 0 ? strongest / all : 0,
    unknownNames: understood.names.filter((name) => {
      if (knownNames.has(name.toLowerCase())) return false;
      const terms = analyse(name, understood.language);
      return terms.length > 0 && !terms.some(occurs);
    }),
    othersNamed,
    terms: understood.terms,
    termWeights: scene.terms,
    language: understood.language,
  };
}
