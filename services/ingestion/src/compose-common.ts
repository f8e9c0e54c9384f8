import { feedCommonSet, type FeedCommonSetDeps } from '@personate/ingestion';
import type { Repositories } from '@personate/records';

/** Common sets: kept by the records, looked through by ingestion before they are fed. */
export function composeCommon(
  common: Repositories['common'],
  inspect: FeedCommonSetDeps['inspect'],
) {
  return {
    list: () => common.list(),
    get: (setId: string) => common.get(setId),
    create: (set: { id: string; title: string }) => common.create(set),
    attach: (setId: string, personaId: string) => common.attach(setId, personaId),
    detach: (setId: string, personaId: string) => common.detach(setId, personaId),
    erase: (setId: string) => common.erase(setId),
    feed: (input: Parameters<typeof feedCommonSet>[1]) => feedCommonSet({ common, inspect }, input),
  };
}
