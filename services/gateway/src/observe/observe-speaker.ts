import { errorCode, outcomeOf, type Telemetry } from '@personate/chassis';
import type { SpeakRequest, Speaker, SpokenPart } from '@personate/language';

/** The same speaker; how long its replies take, how they end, and the tokens that its model counted. */
export function observeSpeaker(telemetry: Telemetry, speaker: Speaker): Speaker {
  const { name, model } = speaker;
  return {
    name,
    ...(model === undefined ? {} : { model }),
    speak: (request, signal) => watched(telemetry, speaker, request, signal),
  };
}

async function* watched(
  { metrics, tracer }: Telemetry,
  speaker: Speaker,
  request: SpeakRequest,
  signal: AbortSignal,
): AsyncGenerator<SpokenPart, void, undefined> {
  const labels = { speaker: speaker.name, model: speaker.model ?? 'none' };
  const { model } = labels;
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1_000;
  const span = tracer.start('speak', {
    kind: speaker.model === undefined ? 'internal' : 'client',
    attributes: { 'personate.speaker': speaker.name, 'gen_ai.request.model': model },
  });
  let outcome = 'aborted';
  let hasSpoken = false;
  try {
    for await (const part of span.run(() => speaker.speak(request, signal))) {
      if (part.type === 'text' && !hasSpoken) {
        hasSpoken = true;
        metrics.firstWords.observe(labels, seconds());
      }
      if (part.type === 'usage') {
        const { promptTokens, completionTokens } = part;
        metrics.tokens.inc({ model, direction: 'prompt' }, promptTokens);
        metrics.tokens.inc({ model, direction: 'completion' }, completionTokens);
        span.set({
          'gen_ai.usage.input_tokens': promptTokens,
          'gen_ai.usage.output_tokens': completionTokens,
        });
      }
      yield part;
    }
    outcome = 'ok';
  } catch (error) {
    outcome = signal.aborted || outcomeOf(error) === 'aborted' ? 'aborted' : errorCode(error);
    if (outcome !== 'aborted') span.end(error);
    throw error;
  } finally {
    metrics.replies.observe({ ...labels, outcome }, seconds());
    span.end();
  }
}
