import { outcomeOf, traced, type Telemetry } from '@personate/chassis';
import type { recall } from '@personate/knowledge';

const stages = {
  understandMs: 'understand',
  embedMs: 'embed',
  searchMs: 'search',
  rescoreMs: 'rescore',
  rerankMs: 'rerank',
} as const;

/** How long recall took, as a whole and by its steps. */
export function observeRecall(
  { metrics, tracer }: Telemetry,
  inner: (...given: Parameters<typeof recall>) => ReturnType<typeof recall>,
): typeof inner {
  return (deps, input) =>
    traced(tracer, 'recall', {}, async (span) => {
      const startedAt = performance.now();
      const ended = (outcome: string): void =>
        metrics.recalls.observe({ outcome }, (performance.now() - startedAt) / 1_000);
      try {
        const result = await inner(deps, input);
        ended('ok');
        span.set({ 'personate.results': result.results.length });
        for (const [name, stage] of Object.entries(stages)) {
          const ms = result.timings[name as keyof typeof stages];
          if (ms !== undefined) metrics.recallStages.observe({ stage }, ms / 1_000);
        }
        return result;
      } catch (error) {
        ended(outcomeOf(error));
        throw error;
      }
    });
}
