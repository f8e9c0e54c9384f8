import { latestMs, type Passage } from '@personate/contracts';
import { authorWords } from '../embedding/remove-names.ts';
import type { Audience, CandidateQuery, TermStatistics } from '../knowledge-store.ts';
import { LexicalIndex } from '../lexical/lexical-index.ts';
import { passageTerms } from '../lexical/passage-terms.ts';
import { DenseIndex } from './dense-index.ts';

/** What the index needs of a passage; the vector only where it serves dense search too. */
export interface IndexedPassage extends Pick<
  Passage,
  | 'passageId'
  | 'documentKey'
  | 'text'
  | 'title'
  | 'headings'
  | 'language'
  | 'at'
  | 'atPrecision'
  | 'audience'
  | 'author'
> {
  vector?: Float32Array;
}

export interface Hit {
  passageId: string;
  /** Cosine; undefined where the index holds no vectors. */
  dense: number | undefined;
  lexical: number;
}

interface Entry {
  passageId: string;
  documentKey: string;
  audience: readonly string[];
  /** The last instant that its time may mean. */
  latestMs: number;
  author: string | undefined;
}

/** One generation of one persona, searched in process. Holds no text. */
export class PassageIndex {
  readonly #dimensions: number;
  #entries: Array<Entry | undefined> = [];
  #alive = 0;
  #slots = new Map<string, number>();
  readonly #byDocument = new Map<string, Set<string>>();
  /** Author names by each of their words (lower case), with how many passages each has. */
  readonly #authors = new Map<string, Map<string, number>>();
  #lexical = new LexicalIndex();
  #dense: DenseIndex | undefined;

  /** @param dimensions of the vectors; 0 leaves dense search to somebody else */
  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#dense = dimensions > 0 ? new DenseIndex(dimensions) : undefined;
  }

  get size(): number {
    return this.#alive;
  }

  get holdsVectors(): boolean {
    return this.#dense !== undefined;
  }

  removePassages(ids: readonly string[]): void {
    for (const id of ids) this.#remove(id);
  }

  /**
   * After it, the documents have exactly these passages.
   * @param vectors of the passages, where they stand beside them
   */
  replaceDocuments(
    documentKeys: readonly string[],
    passages: readonly IndexedPassage[],
    vectors: ReadonlyArray<Float32Array | undefined> = passages.map(({ vector }) => vector),
  ): void {
    for (const documentKey of documentKeys)
      for (const passageId of this.#byDocument.get(documentKey) ?? []) this.#remove(passageId);
    for (const [i, passage] of passages.entries()) this.#add(passage, vectors[i]);
  }

  search(query: CandidateQuery): Hit[] {
    const visible = this.#visible(query.audience, query.asOf);
    const { terms, vector, limit } = query;
    const slots = new Set([
      ...(vector === null
        ? []
        : (this.#dense?.search(vector, limit, this.#entries.length, visible) ?? [])),
      ...this.#lexical.search(terms, limit, visible),
    ]);
    return this.#hits(slots, query);
  }

  /** Scores of these passages, as far as they are there and may be seen. */
  score(ids: readonly string[], query: Omit<CandidateQuery, 'limit'>): Hit[] {
    const visible = this.#visible(query.audience, query.asOf);
    const slots = new Set<number>();
    for (const id of ids) {
      const slot = this.#slots.get(id);
      if (slot !== undefined && visible(slot)) slots.add(slot);
    }
    return this.#hits(slots, query);
  }

  /** Those of the ids that are there and may be seen, each once. */
  visible(ids: readonly string[], query: Pick<CandidateQuery, 'audience' | 'asOf'>): string[] {
    const visible = this.#visible(query.audience, query.asOf);
    return [...new Set(ids)].filter((id) => {
      const slot = this.#slots.get(id);
      return slot !== undefined && visible(slot);
    });
  }

  termStatistics(terms: readonly string[]): TermStatistics {
    const frequency = new Map<string, number>();
    for (const term of terms) {
      const count = this.#lexical.frequency(term);
      if (count > 0) frequency.set(term, count);
    }
    return { passages: this.#alive, averageLength: this.#lexical.averageLength, frequency };
  }

  /** Names of authors of which one of the words (lower case) is a part, those with most passages first. */
  authors(words: readonly string[], limit: number): string[] {
    const found = new Map<string, number>();
    for (const word of words)
      for (const [name, count] of this.#authors.get(word) ?? []) found.set(name, count);
    return [...found]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, limit)
      .map(([name]) => name);
  }

  #hits(slots: Iterable<number>, { vector, terms }: Omit<CandidateQuery, 'limit'>): Hit[] {
    const lexical = this.#lexical.scorer(terms);
    const hits: Hit[] = [];
    for (const slot of slots) {
      const passageId = this.#entries[slot]?.passageId;
      if (passageId === undefined) continue;
      const dense = vector === null ? 0 : this.#dense?.score(slot, vector);
      hits.push({ passageId, dense, lexical: lexical(slot) });
    }
    return hits;
  }

  #add(passage: IndexedPassage, vector: Float32Array | undefined): void {
    this.#remove(passage.passageId);
    const { passageId, documentKey, at, atPrecision, audience, author } = passage;
    const slot = this.#entries.length;
    this.#entries.push({
      passageId,
      documentKey,
      audience,
      latestMs: at === undefined ? -Infinity : latestMs(at, atPrecision),
      author: author?.name,
    });
    this.#slots.set(passageId, slot);
    this.#alive += 1;
    this.#lexical.add(slot, passageTerms(passage));
    if (this.#dense !== undefined) {
      if (vector?.length !== this.#dimensions)
        throw new Error(`passage ${passageId} has no vector of ${this.#dimensions} dimensions`);
      this.#dense.set(slot, vector);
    }
    const siblings = this.#byDocument.get(documentKey);
    if (siblings === undefined) this.#byDocument.set(documentKey, new Set([passageId]));
    else siblings.add(passageId);
    this.#countAuthor(author?.name, 1);
  }

  #remove(passageId: string): void {
    const slot = this.#slots.get(passageId);
    const entry = slot === undefined ? undefined : this.#entries[slot];
    if (slot === undefined || entry === undefined) return;
    this.#entries[slot] = undefined;
    this.#slots.delete(passageId);
    this.#alive -= 1;
    this.#lexical.remove(slot);
    const siblings = this.#byDocument.get(entry.documentKey);
    siblings?.delete(passageId);
    if (siblings?.size === 0) this.#byDocument.delete(entry.documentKey);
    this.#countAuthor(entry.author, -1);
    if (this.#entries.length > 1024 && this.#alive < this.#entries.length / 2) this.#compact();
  }

  #countAuthor(name: string | undefined, by: 1 | -1): void {
    if (name === undefined) return;
    for (const word of authorWords(name)) {
      const names = this.#authors.get(word) ?? new Map<string, number>();
      const count = (names.get(name) ?? 0) + by;
      if (count > 0) names.set(name, count);
      else names.delete(name);
      if (names.size > 0) this.#authors.set(word, names);
      else this.#authors.delete(word);
    }
  }

  /** Dead slots go when they are the greater part: a replaced passage always takes a new one. */
  #compact(): void {
    const entries: Entry[] = [];
    const lexical = new LexicalIndex();
    const dense = this.#dense === undefined ? undefined : new DenseIndex(this.#dimensions);
    const slots = new Map<string, number>();
    for (const [old, entry] of this.#entries.entries()) {
      if (entry === undefined) continue;
      const slot = entries.length;
      entries.push(entry);
      slots.set(entry.passageId, slot);
      lexical.add(slot, this.#lexical.terms(old));
      if (this.#dense !== undefined) dense?.set(slot, this.#dense.vector(old));
    }
    this.#entries = entries;
    this.#slots = slots;
    this.#lexical = lexical;
    this.#dense = dense;
  }

  #visible(audience: Audience, asOf: string | undefined): (slot: number) => boolean {
    const groups = new Set(audience);
    const given = asOf === undefined ? Infinity : Date.parse(asOf);
    // What is no instant is compared with nothing: nothing dated is seen then, rather than everything.
    const latest = Number.isNaN(given) ? -Infinity : given;
    return (slot) => {
      const entry = this.#entries[slot];
      if (entry === undefined || entry.latestMs > latest) return false;
      for (const group of entry.audience) if (groups.has(group)) return true;
      return false;
    };
  }
}
