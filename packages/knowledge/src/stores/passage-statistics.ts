import { emptyCounts, type KnowledgeStatistics, type Passage } from '@personate/contracts';

export function passageStatistics(passages: Iterable<Passage>): KnowledgeStatistics {
  const documents = new Set<string>();
  const byKind = emptyCounts();
  const bySource = emptyCounts();
  let count = 0;
  let first: Passage | undefined;
  let last: Passage | undefined;
  for (const passage of passages) {
    count += 1;
    documents.add(passage.documentKey);
    byKind[passage.kind] = (byKind[passage.kind] ?? 0) + 1;
    bySource[passage.sourceId] = (bySource[passage.sourceId] ?? 0) + 1;
    if (passage.at === undefined) continue;
    if (first === undefined || instant(passage) < instant(first)) first = passage;
    if (last === undefined || instant(passage) > instant(last)) last = passage;
  }
  return {
    documents: documents.size,
    passages: count,
    byKind,
    bySource,
    firstAt: first?.at ?? null,
    lastAt: last?.at ?? null,
  };
}

const instant = (passage: Passage): number => Date.parse(passage.at ?? '');
