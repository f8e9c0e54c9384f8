import { emptyCounts, type KnowledgeStatistics } from '@personate/contracts';
import type { DocumentTally, GenerationStatistics } from '../generation-statistics.ts';
import type { GenerationSpec, TermStatistics } from '../knowledge-store.ts';
import { generationName } from './generation-name.ts';

/** Adds up all tallies anew for each question: the reference, for tests. */
export class MemoryGenerationStatistics implements GenerationStatistics {
  readonly #generations = new Map<string, Map<string, DocumentTally>>();

  count(
    spec: GenerationSpec,
    documents: ReadonlyArray<{ documentKey: string; tally: DocumentTally }>,
  ): void {
    const name = generationName(spec);
    const tallies = this.#generations.get(name) ?? new Map<string, DocumentTally>();
    this.#generations.set(name, tallies);
    for (const { documentKey, tally } of documents) tallies.set(documentKey, tally);
  }

  forget(spec: GenerationSpec): void {
    this.#generations.delete(generationName(spec));
  }

  async terms(
    spec: GenerationSpec,
    terms: readonly string[],
    signal: AbortSignal,
  ): Promise<TermStatistics> {
    const tallies = this.#tallies(spec, signal);
    const passages = sum(tallies, (tally) => tally.passages);
    const frequency = new Map<string, number>();
    for (const term of terms) {
      const count = sum(tallies, (tally) =>
        Object.hasOwn(tally.terms, term) ? (tally.terms[term] ?? 0) : 0,
      );
      if (count > 0) frequency.set(term, count);
    }
    const length = sum(tallies, (tally) => tally.length);
    return { passages, averageLength: passages === 0 ? 0 : length / passages, frequency };
  }

  async authors(
    spec: GenerationSpec,
    words: readonly string[],
    signal: AbortSignal,
  ): Promise<string[]> {
    const counts = new Map<string, number>();
    for (const { authors } of this.#tallies(spec, signal))
      for (const author of authors)
        if (author.words.some((word) => words.includes(word)))
          counts.set(author.name, (counts.get(author.name) ?? 0) + author.passages);
    return [...counts]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 20)
      .map(([name]) => name);
  }

  async statistics(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeStatistics> {
    const tallies = this.#tallies(spec, signal);
    const byKind = emptyCounts();
    const bySource = emptyCounts();
    for (const { kind, sourceId, passages } of tallies.flatMap(({ groups }) => groups)) {
      byKind[kind] = (byKind[kind] ?? 0) + passages;
      bySource[sourceId] = (bySource[sourceId] ?? 0) + passages;
    }
    const byTime = (a: string, b: string): number => Date.parse(a) - Date.parse(b);
    const first = tallies.flatMap(({ firstAt }) => firstAt ?? []).toSorted(byTime);
    const last = tallies.flatMap(({ lastAt }) => lastAt ?? []).toSorted(byTime);
    return {
      documents: tallies.filter(({ passages }) => passages > 0).length,
      passages: sum(tallies, (tally) => tally.passages),
      byKind,
      bySource,
      firstAt: first[0] ?? null,
      lastAt: last.at(-1) ?? null,
    };
  }

  #tallies(spec: GenerationSpec, signal: AbortSignal): DocumentTally[] {
    signal.throwIfAborted();
    return [...(this.#generations.get(generationName(spec))?.values() ?? [])];
  }
}

const sum = (tallies: readonly DocumentTally[], value: (tally: DocumentTally) => number): number =>
  tallies.reduce((total, tally) => total + value(tally), 0);
