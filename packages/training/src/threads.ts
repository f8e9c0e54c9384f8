import type { Document } from '@personate/contracts';

interface Place {
  thread: string;
  /** What was said before it in its thread. */
  previous: Document | undefined;
  /** Whether anybody but the persona speaks in the thread. */
  hasOthers: boolean;
}

const idOf = (sourceId: string, externalId: string): string => `${sourceId}\n${externalId}`;
/** Nobody answers in longer chains; and what goes in a circle has to end. */
const longestChain = 1_000;

/** Which documents belong together, and what stands before each. */
export class Threads {
  readonly #byId: ReadonlyMap<string, Document>;
  readonly #places = new Map<Document, Place>();

  /** @param documents the persona's own, and those addressed to it. */
  constructor(documents: readonly Document[]) {
    this.#byId = new Map(documents.map((one) => [idOf(one.sourceId, one.externalId), one]));
    const members = new Map<string, Document[]>();
    for (const document of documents) {
      const thread = this.#threadOf(document);
      const known = members.get(thread);
      if (known === undefined) members.set(thread, [document]);
      else known.push(document);
    }
    for (const [thread, unsorted] of members) {
      const inOrder = unsorted.toSorted(byTime);
      const hasOthers = inOrder.some(({ stance }) => stance === 'to');
      for (const [n, document] of inOrder.entries())
        this.#places.set(document, { thread, previous: inOrder[n - 1], hasOthers });
    }
  }

  placeOf(document: Document): Place {
    const place = this.#places.get(document);
    if (place === undefined) throw new Error('the document is none of those that were given');
    return place;
  }

  /** What it says that it answers, in the same thread. */
  answered(document: Document): Document | undefined {
    const { sourceId, replyTo } = document;
    const found = replyTo === undefined ? undefined : this.#byId.get(idOf(sourceId, replyTo));
    if (found === undefined) return undefined;
    return this.placeOf(found).thread === this.placeOf(document).thread ? found : undefined;
  }

  /** As the source has it; else the document at which its chain of replies begins. */
  #threadOf({ sourceId, ...document }: Document): string {
    let { externalId, thread, replyTo }: Partial<Document> & { externalId: string } = document;
    for (let n = 0; n < longestChain && thread === undefined && replyTo !== undefined; n += 1) {
      externalId = replyTo;
      const before: Document | undefined = this.#byId.get(idOf(sourceId, externalId));
      thread = before?.thread;
      replyTo = before?.replyTo;
    }
    return idOf(sourceId, thread ?? externalId);
  }
}

/** Time, then id, as everywhere; what is undated comes first. */
export function byTime(a: Document, b: Document): number {
  return (
    compare(a.at ?? '', b.at ?? '') ||
    compare(a.externalId, b.externalId) ||
    compare(a.documentKey, b.documentKey)
  );
}

/** By code units: the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
