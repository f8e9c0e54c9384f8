import type { Config } from '@personate/chassis';
import { RestingSpeaker } from '@personate/conversation';
import { EndpointSpeaker, type Speaker } from '@personate/language';

/** The endpoint's where a model is named; else none. */
export function chooseSpeaker({ model }: Config): Speaker | undefined {
  if (model === null) return undefined;
  const endpoint = new EndpointSpeaker({
    model: model.name,
    baseUrl: model.baseUrl,
    firstTokenMs: model.timeoutMs,
    idleMs: model.timeoutMs,
    json: model.json,
    ...(model.apiKey === undefined ? {} : { apiKey: model.apiKey }),
  });
  return new RestingSpeaker(endpoint);
}
