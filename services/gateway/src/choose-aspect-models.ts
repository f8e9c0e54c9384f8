import type { Config } from '@personate/chassis';
import {
  RestingModel,
  type AnswerTurnDeps,
  type AspectDeps,
  type AspectModel,
} from '@personate/conversation';
import { StructuredModel } from '@personate/language';

/** Personas may name models of their own; a server has a few. */
const mostModels = 32;

export type ReplySettings = Required<AspectDeps & Pick<AnswerTurnDeps, 'regenerate'>>;

/** How the aspects of a reply are set, and the models behind the endpoint that they may name. */
export function chooseAspectModels({
  aspects,
  model: speaking,
  regenerate,
}: Pick<Config, 'aspects' | 'model' | 'regenerate'>): ReplySettings {
  const { endpoint, ...settings } = aspects;
  const known = new Map<string, AspectModel>();
  return {
    regenerate,
    aspects: settings,
    aspectModel(wanted) {
      const name = wanted ?? speaking?.name;
      if (endpoint === null || name === undefined) return null;
      const found = known.get(name);
      if (found !== undefined || known.size >= mostModels) return found ?? null;
      const model = new RestingModel(
        new StructuredModel({
          model: name,
          baseUrl: endpoint.baseUrl,
          firstTokenMs: settings.timeoutMs,
          idleMs: settings.timeoutMs,
          ...(endpoint.apiKey === undefined ? {} : { apiKey: endpoint.apiKey }),
        }),
      );
      known.set(name, model);
      return model;
    },
  };
}
