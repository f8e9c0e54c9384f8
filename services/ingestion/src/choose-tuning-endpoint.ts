import type { Config } from '@personate/chassis';
import { OpenAiTuningEndpoint, type TuningEndpoint } from '@personate/training';

/** null where none is named: then nothing is sent anywhere. */
export function chooseTuningEndpoint({
  training,
}: Pick<Config, 'training'>): TuningEndpoint | null {
  return training.endpoint === null ? null : new OpenAiTuningEndpoint(training.endpoint);
}
