import { createHash } from 'node:crypto';
import type { Document } from '@personate/contracts';
import { splitSentences, splitWords } from '../../words/split-words.ts';

const mostDocuments = 4_000;
const mostPerDocument = 40;
const mostSentences = 30_000;

/** A sentence of what everybody may read, with what its document says of it. */
export interface PooledSentence {
  documentId: string;
  /** Place in its document, from 0. */
  place: number;
  text: string;
  stance: 'by' | 'about';
  kind: Document['kind'];
  title: string | undefined;
  at: string | undefined;
  hasAuthor: boolean;
  /** Parts of the date that are known. */
  day: string | undefined;
}

/** A document as far as it is kept. */
export interface PooledDocument {
  documentId: string;
  stance: 'by' | 'about';
  day: string | undefined;
  text: string;
}

/** Languages whose sentences can be read for what they tell; others are measured only. */
const readable: ReadonlySet<string> = new Set(['en', 'und']);
const dayLengths = { year: 4, month: 7, day: 10, minute: 10, second: 10 };

/**
 * Sentences of own and others' texts on the persona, for reading what they tell of a life. Of more than 4,000
 * documents those with the least hash: neither order nor a restart changes the outcome.
 */
export class SentencePool {
  #documents: Array<{ hash: string; isReadable: boolean; sentences: PooledSentence[] }> = [];
  #pronouns = { he: 0, she: 0, they: 0 };

  /** @param text cleaned of links, mentions and quotations. */
  add(document: Document, text: string): void {
    const { stance, kind, externalId, title, at, atPrecision } = document;
    if (stance === 'to') return;
    const isReadable = readable.has(primary(document.language));
    if (document.kind === 'career' && document.facts !== undefined) return;
    const hasAuthor = document.author !== undefined;
    const known = { documentId: externalId, stance, kind, title, at, hasAuthor };
    const day = at?.slice(0, dayLengths[atPrecision ?? 'day']);
    const sentences = splitSentences(text.slice(0, 20_000), document.language)
      .slice(0, mostPerDocument)
      .map((sentence, place) => ({ ...known, day, place, text: plain(sentence) }))
      .filter((sentence) => sentence.text.length >= 8 && sentence.text.length <= 400);
    if (sentences.length === 0) return;
    if (stance === 'about' && isReadable) this.#countPronouns(text);
    const hash = createHash('sha256').update(externalId).digest('hex');
    this.#documents.push({ hash, isReadable, sentences });
    if (this.#documents.length >= 2 * mostDocuments) this.#trim();
  }

  /** The beginnings of the documents, in whatever language, by id. */
  documents(): PooledDocument[] {
    this.#trim();
    return this.#documents
      .flatMap(({ sentences }): PooledDocument[] => {
        const [first] = sentences;
        if (first === undefined) return [];
        const { documentId, stance, day } = first;
        return [{ documentId, stance, day, text: sentences.map(({ text }) => text).join(' ') }];
      })
      .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));
  }

  /** Of the languages that can be read for what they tell; by document id, then place. */
  sentences(): PooledSentence[] {
    this.#trim();
    let kept = 0;
    return this.#documents
      .filter(({ isReadable, sentences }) => {
        if (!isReadable) return false;
        kept += sentences.length;
        return kept <= mostSentences;
      })
      .flatMap(({ sentences }) => sentences)
      .toSorted((a, b) =>
        a.documentId === b.documentId ? a.place - b.place : a.documentId < b.documentId ? -1 : 1,
      );
  }

  /** How others' texts call the persona: the pronoun that they use most. */
  pronoun(): 'he' | 'she' | 'they' {
    const { he, she, they } = this.#pronouns;
    if (he === 0 && she === 0) return 'they';
    return she > he ? 'she' : he > they / 4 ? 'he' : 'they';
  }

  #countPronouns(text: string): void {
    for (const word of splitWords(text, 'en')) {
      const folded = word.toLowerCase();
      if (folded === 'he' || folded === 'his' || folded === 'him') this.#pronouns.he += 1;
      else if (folded === 'she' || folded === 'her') this.#pronouns.she += 1;
      else if (folded === 'they' || folded === 'their') this.#pronouns.they += 1;
    }
  }

  #trim(): void {
    this.#documents = this.#documents
      .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
      .slice(0, mostDocuments);
  }
}

function plain(sentence: string): string {
  return sentence
    .replaceAll('’', "'")
    .replaceAll(/[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}/gu, '')
    .replace(/^(?:[-•]|\d+[.)])\s+/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}
