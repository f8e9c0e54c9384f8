import type { Config } from '@personate/chassis';
import { StructuredModel } from '@personate/language';
import type { DraftModel } from '@personate/personas';

/** The model that reads excerpts when a persona is derived: the one that speaks, where one is named; else none. */
export function chooseDraftModel({ model }: Pick<Config, 'model'>): DraftModel | undefined {
  if (model === null) return undefined;
  return new StructuredModel({
    model: model.name,
    baseUrl: model.baseUrl,
    firstTokenMs: model.timeoutMs,
    idleMs: model.timeoutMs,
    ...(model.apiKey === undefined ? {} : { apiKey: model.apiKey }),
  });
}
