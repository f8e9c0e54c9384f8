import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: of an answer to a request, of a job. */
const longBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
/** Seconds: of one call to a store. */
const shortBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export type Metrics = ReturnType<typeof openMetrics>;

/**
 * Every metric that a service of Personate has; what it never does stays without a sample. Labels take few values, which
 * the code or the settings name: never an id, a user, an address or a text.
 */
export function openMetrics({ service, version }: { service: string; version: string }) {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];

  const histogram = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    buckets = longBuckets,
  ) => new Histogram({ name: `personate_${name}`, help, labelNames, buckets, registers });
  const counter = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
  ) => new Counter({ name: `personate_${name}`, help, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Gauge({ name: `personate_${name}`, help, labelNames, registers });

  const build = gauge('build_info', 'The version that runs', ['version']);
  build.set({ version }, 1);
  const logLines = counter('log_lines_total', 'Lines of the log', ['level']);
  for (const level of ['warn', 'error', 'fatal']) logLines.inc({ level }, 0);
  const spans = counter('spans_total', 'Spans of traces: exported, lost', ['outcome']);
  for (const outcome of ['exported', 'lost']) spans.inc({ outcome }, 0);
  return {
    registry,
    logLines,
    spans,
    requests: histogram(
      'http_request_duration_seconds',
      'Answered requests; a stream counts until its end',
      ['method', 'route', 'status'],
    ),
    answers: counter('answers_total', 'Turns by what was decided, and why', [
      'decision',
      'reason',
      'speaker',
    ]),
    answerStages: histogram(
      'answer_stage_duration_seconds',
      'Steps of an answer: understand, recall, decide, first_token',
      ['stage'],
    ),
    recalls: histogram('recall_duration_seconds', 'Recall of evidence for a question', ['outcome']),
    recallStages: histogram(
      'recall_stage_duration_seconds',
      'Steps of a recall: understand, embed, search, rescore, rerank',
      ['stage'],
      shortBuckets,
    ),
    replies: histogram(
      'model_duration_seconds',
      'Whole replies of a speaker; the outcome names the error',
      ['speaker', 'model', 'outcome'],
    ),
    firstWords: histogram('model_first_word_seconds', 'Until a speaker’s first word', [
      'speaker',
      'model',
    ]),
    tokens: counter('model_tokens_total', 'Tokens as the model’s endpoint counted them', [
      'model',
      'direction',
    ]),
    embeddings: histogram(
      'embedding_duration_seconds',
      'Calls of an embedder, for questions and for passages',
      ['embedder', 'use', 'outcome'],
      shortBuckets,
    ),
    memoryDecisions: counter(
      'memory_decisions_total',
      'What evolution did with what it learnt: added, replaced, quarantined, refused',
      ['decision', 'reason'],
    ),
    evolvedTurns: counter('evolution_turns_total', 'Turns that evolution has learnt from', []),
    personaChanges: counter('persona_changes_total', 'Versions that evolution has committed', []),
    storeCalls: histogram(
      'store_call_duration_seconds',
      'Calls to a store: the database, the queue, the knowledge store, uploads',
      ['store', 'operation', 'outcome'],
      shortBuckets,
    ),
    connections: gauge('database_connections', 'Connections of this process to the database', [
      'state',
    ]),
    queueJobs: gauge('queue_jobs', 'Jobs in a queue; every service tells the same', [
      'queue',
      'state',
    ]),
    queueAge: gauge('queue_oldest_seconds', 'How long the job has waited that is due longest', [
      'queue',
    ]),
    jobs: histogram(
      'queue_job_duration_seconds',
      'Runs of jobs: done, failed (comes again), given_up, handed_back',
      ['queue', 'outcome'],
    ),
    jobWaits: histogram('queue_job_wait_seconds', 'From when a job was due until it began', [
      'queue',
    ]),
    scrapeFailures: counter('scrape_failures_total', 'What could not be counted when asked', [
      'source',
    ]),
  };
}
