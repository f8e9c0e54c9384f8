import { createHash } from 'node:crypto';
import { sameWord } from '../words/content-words.ts';
import { referenceCount } from './reference/reference-rate.ts';
import type { Term } from './topic-terms.ts';

const mostDocuments = 4_000;
const mostTerms = 160;
const mostDomains = 12;
const mostKeywords = 9;
const leastDocuments = 3;
/** In fewer documents a word is frequent by accident: three papers of a shop are not "about white". */
const leastSample = 10;
/** A domain is a thing: the share of documents in which a term stands as a noun does. */
const leastNounShare = 0.3;
/** Cosine of two terms' documents from which they are of one domain. */
const leastCosine = 0.3;

export interface Domain {
  domain: string;
  keywords: string[];
  /** External ids of a few documents of it, and the share of documents that it is in. */
  evidence: string[];
  share: number;
}

interface Sampled {
  hash: string;
  id: string;
  terms: Map<string, Term>;
}

/**
 * What somebody writes and is written of: frequent words and word pairs, grouped by the documents they share.
 * Holds the terms of 4,000 documents, of more those with the least hash: neither order nor a restart changes it.
 */
export class KnowledgeDomains {
  #sample: Sampled[] = [];
  #words = 0;
  #documents = 0;
  readonly #languages = new Map<string, number>();

  /** @param words how many the document has. */
  add(terms: Map<string, Term>, words: number, language: string, externalId: string): void {
    this.#documents += 1;
    this.#words += Math.min(words, 4_000);
    this.#languages.set(language, (this.#languages.get(language) ?? 0) + 1);
    if (terms.size === 0) return;
    const hash = createHash('sha256').update(externalId).digest('hex');
    this.#sample.push({ hash, id: externalId, terms });
    if (this.#sample.length >= 2 * mostDocuments) this.#trim();
  }

  /** Largest first. @param names words that are people's names, not domains. */
  domains(names: ReadonlySet<string>): Domain[] {
    this.#trim();
    if (this.#sample.length < leastSample) return [];
    const terms = this.#scored(names);
    const left = new Set(terms.map(({ term }) => term));
    const documentsOf = new Map(terms.map(({ term, documents }) => [term, documents]));
    const found: Domain[] = [];
    for (const { term, form, documents } of terms) {
      if (found.length >= mostDomains) break;
      if (!left.delete(term)) continue;
      const kin = terms
        .filter((other) => left.has(other.term))
        .map((other) => ({
          other,
          // Forms of one word need not meet in a document.
          cosine: sameWord(term, other.term) ? 1 : cosine(documents, documentsOf.get(other.term)),
        }))
        .filter(({ cosine: value }) => value >= leastCosine)
        .toSorted((a, b) => b.cosine - a.cosine)
        .slice(0, mostKeywords - 1)
        .map(({ other }) => other);
      for (const { term: taken } of kin) left.delete(taken);
      found.push({
        domain: named(
          form,
          kin.map((other) => other.form),
        ),
        keywords: [form, ...kin.map((other) => other.form)],
        evidence: [...documents].toSorted().slice(0, 5),
        share: documents.size / this.#sample.length,
      });
    }
    return found;
  }

  /** Terms by how much more they stand here than in the language at large. */
  #scored(
    names: ReadonlySet<string>,
  ): Array<{ term: string; form: string; documents: Set<string> }> {
    const language = [...this.#languages].toSorted(
      ([a, n], [b, m]) => m - n || (a < b ? -1 : 1),
    )[0]?.[0];
    const meanWords = this.#words / Math.max(1, this.#documents);
    const documents = new Map<
      string,
      { ids: Set<string>; forms: Map<string, number>; nouns: number }
    >();
    for (const { id, terms } of this.#sample) {
      for (const [term, { form, isNoun }] of terms) {
        const entry = documents.get(term) ?? { ids: new Set(), forms: new Map(), nouns: 0 };
        documents.set(term, entry);
        entry.ids.add(id);
        entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
        if (isNoun) entry.nouns += 1;
      }
    }
    const least = Math.max(leastDocuments, Math.ceil(this.#sample.length * 0.004));
    return [...documents]
      .filter(([, { ids, nouns }]) => ids.size >= least && nouns >= leastNounShare * ids.size)
      .filter(([term]) => !term.split(' ').some((part) => names.has(part)))
      .map(([term, { ids, forms }]) => {
        const share = ids.size / this.#sample.length;
        const expected = Math.min(0.9, generalRate(term, language ?? 'und') * meanWords);
        return {
          term,
          form: [...forms].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? term,
          documents: ids,
          score: ids.size * Math.log(share / expected),
        };
      })
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1))
      .slice(0, mostTerms);
  }

  #trim(): void {
    this.#sample = this.#sample
      .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
      .slice(0, mostDocuments);
  }
}

/** A field is named in the plural where it was written so too: "hydrophones", not "hydrophone". */
function named(form: string, others: readonly string[]): string {
  const plural = others.find(
    (other) =>
      other === `${form}s` || other === `${form}es` || other === form.replace(/y$/u, 'ies'),
  );
  return plural ?? form;
}

/** How often it stands among all words in general; a pair as if its words met by chance, but less rare. */
function generalRate(term: string, language: string): number {
  const rates = term.split(' ').map((word) => {
    const reference = referenceCount(word, language);
    // Half of all words are function words, which the reference does not count.
    return reference === undefined ? 0.0005 : reference.count / reference.total / 2;
  });
  return rates.length === 1 ? (rates[0] ?? 0) : Math.min(...rates) / 3;
}

function cosine(a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): number {
  if (b === undefined || b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const id of small) if (large.has(id)) both += 1;
  return both / Math.sqrt(a.size * b.size);
}
