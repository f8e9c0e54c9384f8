import type { Config } from '@personate/chassis';
import { RestingSpeaker } from '@personate/conversation';
import { EndpointSpeaker, type Speaker } from '@personate/language';

/** The endpoint's where a model is named; else none. */
export function chooseSpeaker({ model }: Pick<Config, 'model'>): Speaker | undefined {
  return model === null ? undefined : speakerBy(model, model.name);
}

/** More models than personas that are talked to at a time; whoever is talked to again is opened anew. */
const mostHeld = 1_000;

/**
 * Speakers by models that were tuned for a persona, at the same endpoint; none where no model is named: then nothing is
 * sent anywhere. One a model, so that one that fails is left alone.
 */
export function chooseTunedSpeaker({ model }: Pick<Config, 'model'>): {
  tunedSpeaker?: (name: string) => Speaker;
} {
  if (model === null) return {};
  const held = new Map<string, Speaker>();
  return {
    tunedSpeaker(name) {
      const known = held.get(name) ?? speakerBy(model, name);
      if (held.size >= mostHeld) held.clear();
      held.set(name, known);
      return known;
    },
  };
}

function speakerBy(model: NonNullable<Config['model']>, name: string): Speaker {
  const endpoint = new EndpointSpeaker({
    model: name,
    baseUrl: model.baseUrl,
    firstTokenMs: model.timeoutMs,
    idleMs: model.timeoutMs,
    json: model.json,
    ...(model.apiKey === undefined ? {} : { apiKey: model.apiKey }),
  });
  return new RestingSpeaker(endpoint);
}
