import type { KnowledgeReader, KnowledgeStores, KnowledgeWriter } from '../knowledge-store.ts';

/** Told of each call, by the name of the method; resolves and rejects as the work does. */
export type ObserveCall = <Result>(
  operation: string,
  work: () => Promise<Result>,
) => Promise<Result>;

/** The same stores, each call of them told. */
export function observedStores<Stores extends Partial<KnowledgeStores>>(
  stores: Stores & Pick<KnowledgeStores, 'reader' | 'close'>,
  observe: ObserveCall,
): Stores {
  const { create, drop, holds, writer } = stores as Partial<KnowledgeStores>;
  const observed: Partial<KnowledgeStores> = {
    reader: async (spec, signal) => observedReader(await stores.reader(spec, signal), observe),
    close: () => stores.close(),
    ...(create && {
      create: (spec, signal) => observe('create', () => create.call(stores, spec, signal)),
    }),
    ...(drop && { drop: (spec, signal) => observe('drop', () => drop.call(stores, spec, signal)) }),
    ...(holds && {
      holds: (spec, signal) => observe('holds', () => holds.call(stores, spec, signal)),
    }),
    ...(writer && {
      writer: async (spec, signal) =>
        observedWriter(await writer.call(stores, spec, signal), observe),
    }),
  };
  return observed as Stores;
}

function observedReader(reader: KnowledgeReader, observe: ObserveCall): KnowledgeReader {
  return {
    isolation: reader.isolation,
    embeddingIdentity: reader.embeddingIdentity,
    candidates: (query, signal) => observe('candidates', () => reader.candidates(query, signal)),
    passages: (ids, query, signal) =>
      observe('passages', () => reader.passages(ids, query, signal)),
    sentences: (ids, query, signal) =>
      observe('sentences', () => reader.sentences(ids, query, signal)),
    termStatistics: (terms, signal) =>
      observe('term-statistics', () => reader.termStatistics(terms, signal)),
    authors: (words, signal) => observe('authors', () => reader.authors(words, signal)),
    statistics: (signal) => observe('statistics', () => reader.statistics(signal)),
  };
}

function observedWriter(writer: KnowledgeWriter, observe: ObserveCall): KnowledgeWriter {
  return {
    replaceDocuments: (keys, passages, signal) =>
      observe('replace-documents', () => writer.replaceDocuments(keys, passages, signal)),
    settle: (signal) => observe('settle', () => writer.settle(signal)),
  };
}
