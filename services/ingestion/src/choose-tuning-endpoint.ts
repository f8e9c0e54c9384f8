import type { Config } from '@personate/chassis';
import type { TuningEndpoint } from '@personate/training';

/** null where none is named: then nothing is sent anywhere. */
export async function chooseTuningEndpoint({
  training,
}: Pick<Config, 'training'>): Promise<TuningEndpoint | null> {
  if (training.endpoint === null) return null;
  // Its client is large: read where it is named, it holds up no other start.
  const { OpenAiTuningEndpoint } = await import('@personate/training/openai');
  return new OpenAiTuningEndpoint(training.endpoint);
}
