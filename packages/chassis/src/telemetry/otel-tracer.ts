import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, Span as OtelSpan, SpanContext } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { TraceContext } from '@personate/contracts';
import { errorCode } from './error-code.ts';
import type { Span, SpanOptions, Tracer } from './tracer.ts';

export interface TracingOptions {
  /** Base of an OTLP endpoint over HTTP, without `/v1/traces`. */
  endpoint: string;
  headers: Readonly<Record<string, string>>;
  /** Of the traces that begin here, 0 to 1; one that comes with a request is as its parent. */
  share: number;
}

const exportMs = 5_000;

/** Traces over OTLP. OpenTelemetry is loaded here and nowhere else, and nothing global of it is set. */
export async function openOtelTracer(
  options: TracingOptions & { service: string; version: string },
  onExported: (spans: number, ok: boolean) => void,
): Promise<Tracer> {
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const { SpanKind, SpanStatusCode, ROOT_CONTEXT, trace } = api;
  const exporter = new OTLPTraceExporter({
    url: `${options.endpoint.replace(/\/+$/, '')}/v1/traces`,
    headers: { ...options.headers },
    timeoutMillis: exportMs,
  });
  const counted: SpanExporter = {
    export(spans, done) {
      exporter.export(spans, (result) => {
        onExported(spans.length, result.code === 0);
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
  };
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({
      'service.namespace': 'personate',
      'service.name': `personate-${options.service}`,
      'service.version': options.version,
    }),
    sampler: new sdk.ParentBasedSampler({
      root: new sdk.TraceIdRatioBasedSampler(options.share),
    }),
    spanProcessors: [
      new sdk.BatchSpanProcessor({ exporter: counted, exportTimeoutMillis: exportMs }),
    ],
  });
  const tracer = provider.getTracer('personate');
  const contexts = new AsyncLocalStorage<Context>();
  const kinds = {
    internal: SpanKind.INTERNAL,
    server: SpanKind.SERVER,
    client: SpanKind.CLIENT,
    producer: SpanKind.PRODUCER,
    consumer: SpanKind.CONSUMER,
  } as const;

  function parentOf({ parent, onlyInside }: SpanOptions): Context | null {
    const carried = parent === undefined ? undefined : spanContextOf(parent);
    if (carried !== undefined) return trace.setSpanContext(ROOT_CONTEXT, carried);
    const active = contexts.getStore();
    return active ?? (onlyInside === true ? null : ROOT_CONTEXT);
  }

  function spanOver(span: OtelSpan, context: Context): Span {
    return {
      run: (work) => contexts.run(context, work),
      set: (attributes) => void span.setAttributes(attributes),
      end(error) {
        if (error !== undefined) {
          span.setAttribute('error.type', errorCode(error));
          span.setStatus({ code: SpanStatusCode.ERROR });
        }
        span.end();
      },
    };
  }

  return {
    start(name, given = {}) {
      const parent = parentOf(given);
      if (parent === null) return outside;
      const { kind = 'internal', attributes = {} } = given;
      const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, parent);
      return spanOver(span, trace.setSpan(parent, span));
    },
    active() {
      const context = contexts.getStore();
      const span = context === undefined ? undefined : trace.getSpanContext(context);
      return span === undefined ? undefined : carriedOf(span);
    },
    close: () => provider.shutdown(),
  };
}

const outside: Span = { run: (work) => work(), set: () => undefined, end: () => undefined };

function carriedOf({ traceId, spanId, traceFlags }: SpanContext): TraceContext {
  return { traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}` };
}

function spanContextOf({ traceparent }: TraceContext): SpanContext | undefined {
  const [, traceId = '', spanId = '', flags = ''] = traceparent.split('-');
  if (/^0*$/.test(traceId) || /^0*$/.test(spanId)) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
}
