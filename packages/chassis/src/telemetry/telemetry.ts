import { outcomeOf } from './error-code.ts';
import { LogIds } from './log-ids.ts';
import { openMetrics, type Metrics } from './metrics.ts';
import { openOtelTracer, type TracingOptions } from './otel-tracer.ts';
import { silentTracer, type Tracer } from './tracer.ts';

/** What a process tells its operators of itself. */
export interface Telemetry {
  readonly metrics: Metrics;
  readonly ids: LogIds;
  readonly tracer: Tracer;
}

/** @param tracing null: no endpoint was named, and nothing that traces is loaded. */
export async function openTelemetry(options: {
  service: string;
  version: string;
  tracing: TracingOptions | null;
}): Promise<Telemetry> {
  const { service, version, tracing } = options;
  const untraced = openUntraced({ service, version });
  if (tracing === null) return untraced;
  const { spans } = untraced.metrics;
  const tracer = await openOtelTracer({ ...tracing, service, version }, (count, ok) =>
    spans.inc({ outcome: ok ? 'exported' : 'lost' }, count),
  );
  return { ...untraced, tracer };
}

export function openUntraced(of: { service: string; version: string }): Telemetry {
  return { metrics: openMetrics(of), ids: new LogIds(), tracer: silentTracer };
}

/** Told once how the call ended. */
export type Ended = (error?: unknown) => void;

/** A call to a store begins: its time is measured, and it is a span of what it belongs to. */
export function startCall(
  { metrics, tracer }: Pick<Telemetry, 'metrics' | 'tracer'>,
  store: string,
  operation: string,
): Ended {
  const startedAt = performance.now();
  const span = tracer.start(`${store} ${operation}`, {
    kind: 'client',
    attributes: { 'db.system.name': store, 'db.operation.name': operation },
    onlyInside: true,
  });
  return (error) => {
    const outcome = error === undefined ? 'ok' : outcomeOf(error);
    const seconds = (performance.now() - startedAt) / 1_000;
    metrics.storeCalls.observe({ store, operation, outcome }, seconds);
    span.end(outcome === 'error' ? error : undefined);
  };
}

/** A call to a store, from its beginning to its end. */
export async function call<Result>(
  telemetry: Pick<Telemetry, 'metrics' | 'tracer'>,
  store: string,
  operation: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const ended = startCall(telemetry, store, operation);
  try {
    const result = await work();
    ended();
    return result;
  } catch (error) {
    ended(error);
    throw error;
  }
}
