export {
  call,
  openTelemetry,
  openUntraced,
  startCall,
  type Ended,
  type Telemetry,
} from './telemetry.ts';
export { eachStepInside } from './each-step-inside.ts';
export { errorCode, outcomeOf } from './error-code.ts';
export { LogIds, type Ids } from './log-ids.ts';
export { openMetrics, type Metrics } from './metrics.ts';
export { traced, type Span, type Tracer } from './tracer.ts';
