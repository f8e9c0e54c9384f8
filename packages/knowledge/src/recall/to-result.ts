import type { SearchResult } from '@personate/contracts';
import type { RecallResult } from '../recall-types.ts';
import type { Ranked } from './rescore.ts';
import { windowOf, type Scene } from './scene.ts';
import { coverageOf } from './signals.ts';

export function toResult(
  scene: Scene,
  { item, score, shares }: Ranked,
): RecallResult['results'][number] {
  const { passage } = item;
  return {
    passageId: passage.passageId,
    documentId: passage.externalId,
    documentKey: passage.documentKey,
    source: passage.sourceId,
    kind: passage.kind,
    stance: passage.stance,
    author: passage.author?.name ?? null,
    at: passage.at ?? null,
    atPrecision: passage.atPrecision ?? null,
    title: passage.title ?? null,
    ...(passage.headings.length === 0 ? {} : { headings: passage.headings }),
    url: passage.url ?? null,
    text: passage.text,
    context: contextOf(scene, item),
    language: passage.language,
    score,
    scores: shares,
    signals: {
      cosine: item.dense,
      coverage: coverageOf(scene, [item]),
      windowCoverage: coverageOf(scene, windowOf(scene, item, 2, 2)),
    },
  };
}

function contextOf(scene: Scene, item: Ranked['item']): SearchResult['context'] {
  return windowOf(scene, item, 2, 2)
    .filter((other) => other !== item)
    .map(({ passage }) => ({
      passageId: passage.passageId,
      documentKey: passage.documentKey,
      text: passage.text,
      ...(passage.author === undefined ? {} : { author: passage.author.name }),
      ...(passage.at === undefined ? {} : { at: passage.at }),
    }));
}
