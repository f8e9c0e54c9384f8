import type { TraceContext } from '@personate/contracts';

/** Ids, names that the code or the settings give, numbers: never what a person wrote. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface SpanOptions {
  kind?: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  attributes?: Attributes;
  /** Of another process; else the span that is active is the parent. */
  parent?: TraceContext | undefined;
  /** Only as a part of something: without an active span there is none of this one either. */
  onlyInside?: boolean;
}

export interface Span {
  /** The span is active in the work, and in whatever that begins. */
  run<Result>(work: () => Result): Result;
  set(attributes: Attributes): void;
  /** Once; what comes later does nothing. Of an error its code is kept, never its words. */
  end(error?: unknown): void;
}

export interface Tracer {
  start(name: string, options?: SpanOptions): Span;
  /** Of the active span, to be carried to another process; none where nothing is traced. */
  active(): TraceContext | undefined;
  /** Sends what is left, within a few seconds. */
  close(): Promise<void>;
}

const silentSpan: Span = { run: (work) => work(), set: () => undefined, end: () => undefined };

/** Where traces go nowhere: nothing of OpenTelemetry is loaded. */
export const silentTracer: Tracer = {
  start: () => silentSpan,
  active: () => undefined,
  close: () => Promise.resolve(),
};

/** Runs the work in a span of its own that ends with it. */
export async function traced<Result>(
  tracer: Tracer,
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  const span = tracer.start(name, options);
  try {
    const result = await span.run(() => work(span));
    span.end();
    return result;
  } catch (error) {
    span.end(error);
    throw error;
  }
}
