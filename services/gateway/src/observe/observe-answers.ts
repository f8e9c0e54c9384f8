import { eachStepInside, type Span, type Telemetry } from '@personate/chassis';
import type { AnswerExtension } from '@personate/contracts';
import type { AnswerEvent } from '@personate/conversation';
import type { GatewayDeps } from '../deps.ts';

/** Turns by what was decided, and how long their steps took; a span for each. */
export function observeAnswers(
  telemetry: Telemetry,
  answer: GatewayDeps['answer'],
): GatewayDeps['answer'] {
  const { tracer, ids } = telemetry;
  return (input) => {
    ids.add({ personaId: input.personaId });
    const span = tracer.start('answer turn', {
      attributes: { 'personate.persona': input.personaId },
    });
    return span.run(() => eachStepInside(() => watched(telemetry, span, answer(input))));
  };
}

async function* watched(
  { metrics }: Telemetry,
  span: Span,
  events: AsyncIterable<AnswerEvent>,
): AsyncGenerator<AnswerEvent, void, undefined> {
  try {
    for await (const event of events) {
      if (event.type === 'done' || event.type === 'error') {
        count(metrics, event.extension);
        const { decision, reason, version } = event.extension;
        span.set({
          'personate.decision': decision,
          'personate.version': version,
          ...(reason === undefined ? {} : { 'personate.reason': reason }),
        });
      }
      if (event.type === 'error') span.end(event.error);
      yield event;
    }
  } catch (error) {
    span.end(error);
    throw error;
  } finally {
    span.end();
  }
}

function count(
  { answers, answerStages }: Telemetry['metrics'],
  { decision, reason, speaker, timings }: AnswerExtension,
): void {
  answers.inc({ decision, reason: reason ?? 'none', speaker });
  const stages = {
    understand: timings.understandMs,
    recall: timings.recallMs,
    decide: timings.decideMs,
    first_token: timings.firstTokenMs,
  };
  for (const [stage, ms] of Object.entries(stages)) answerStages.observe({ stage }, ms / 1_000);
}
