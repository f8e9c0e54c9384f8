import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  qdrantBinaryMissing,
  startQdrant,
  type OwnQdrantServer,
} from '@personate/knowledge-qdrant/testing';
import { redisMissing } from '@personate/queues/testing';
import { canTestPostgres } from '@personate/records/testing';
import { startCluster, type Cluster, type ServiceName } from './harness/cluster.ts';
import { eventually } from './harness/eventually.ts';
import { collectorMissing, startCollector } from './harness/otel-collector.ts';
import { openOtlpReceiver, type ReceivedSpan } from './harness/otlp-receiver.ts';

const postgresUrl = process.env['PERSONATE_TEST_POSTGRES_URL'];
const what = 'what operators see of the services';
const missing = (await redisMissing()) ?? qdrantBinaryMissing();
if (missing !== null) process.stderr.write(`\nSKIPPED: ${what}: NOT tested, ${missing}.\n\n`);
const possible =
  (await canTestPostgres(what, { url: postgresUrl, extension: 'vector' })) && missing === null;
const noCollector = await collectorMissing();
if (noCollector !== null)
  process.stderr.write(
    `\nSKIPPED: traces did NOT pass through the collector’s configuration: ${noCollector}.\n\n`,
  );

interface Finding {
  name: string;
  state: string;
  message: string;
  fix?: string;
}
/** Nobody else says it: wherever it turns up, it came from a person. */
const phrase = 'Wolkenkratzerballett';
const services: ServiceName[] = ['gateway', 'ingestion', 'evolution'];
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

(possible ? describe : describe.skip)(what, () => {
  let qdrant: OwnQdrantServer;
  let receiver: Awaited<ReturnType<typeof openOtlpReceiver>>;
  let collector: Awaited<ReturnType<typeof startCollector>> | undefined;
  let cluster: Cluster;
  beforeAll(async () => {
    receiver = await openOtlpReceiver();
    if (noCollector === null) collector = await startCollector({ to: receiver.url });
    qdrant = await startQdrant();
    cluster = await startCluster({
      postgresUrl,
      env: {
        PERSONATE_KNOWLEDGE_STORE: 'qdrant',
        // What is announced is to be run by that, not by a sweep.
        PERSONATE_SWEEP_SECONDS: '600',
        OTEL_EXPORTER_OTLP_ENDPOINT: (collector ?? receiver).url,
        LOG_LEVEL: 'debug',
      },
      envOf: { ingestion: { QDRANT_URL: qdrant.url, QDRANT_API_KEY: qdrant.apiKey } },
    });
    await cluster.call('POST', '/v1/personas', {
      id: 'anna',
      name: 'Anna',
      subject: { kind: 'fictional' },
      disclosure: 'A synthetic persona.',
    });
    const form = new FormData();
    form.set('source', 'notes');
    form.set('stance', 'by');
    const lines = [
      { id: 'born', text: `I was born in Aalborg, and danced the ${phrase} in the harbour.` },
      { id: 'work', text: 'I worked as a ship’s carpenter in the yard of my uncle.' },
    ];
    form.set('file', new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]), 'n.jsonl');
    const path = '/v1/personas/anna/ingestions';
    const { ingestionId } = await cluster.call<{ ingestionId: string }>('POST', path, form);
    await eventually('the ingestion is done', 180_000, async () => {
      const job = await cluster.call<{ status: string }>('GET', `${path}/${ingestionId}`);
      expect(job.status).not.toBe('failed');
      return job.status === 'done' || undefined;
    });
  }, 300_000);
  afterAll(async () => {
    await cluster?.stop();
    await qdrant?.stop();
    await collector?.stop();
    await receiver?.close();
  }, 60_000);

  const ask = (content: string, headers: Record<string, string> = {}) =>
    cluster.request(
      'POST',
      '/v1/chat/completions',
      { model: 'anna', user: `${phrase}-user`, messages: [{ role: 'user', content }] },
      { headers },
    );
  const spanNamed = (name: RegExp, service?: string) =>
    eventually(`a span ${name}`, 60_000, async () =>
      receiver.spans.find(
        (span) =>
          span.traceId === traceId &&
          name.test(span.name) &&
          (service === undefined || span.service === service),
      ),
    );
  const line = (text: string): Record<string, unknown>[] =>
    text.split('\n').flatMap((one) => {
      if (!one.startsWith('{')) return [];
      return [JSON.parse(one) as Record<string, unknown>];
    });
  const sample = (text: string, start: string): number =>
    Number(new RegExp(`^${start}[^\\n]* (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);

  it('a question is one trace, from the client over gateway and stores to the learning from it', async () => {
    const response = await ask('Where were you born?', {
      traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      tracestate: `vendor=${phrase}`,
      baggage: `said=${phrase}`,
      'x-request-id': 'request-of-the-trace',
    });
    expect(response.status).toBe(200);
    const request = await spanNamed(/^POST \/v1\/chat\/completions$/);
    expect(request.parentSpanId).toBe('00f067aa0ba902b7');
    expect(request.attributes).toMatchObject({
      'personate.request': 'request-of-the-trace',
      'http.response.status_code': 200,
    });
    const turn = await spanNamed(/^answer turn$/);
    expect(turn.parentSpanId).toBe(request.spanId);
    expect(turn.attributes).toMatchObject({
      'personate.persona': 'anna',
      'personate.decision': 'answered',
    });
    const recalled = await spanNamed(/^recall$/);
    expect(recalled.parentSpanId).toBe(turn.spanId);
    const parents = async (name: RegExp): Promise<string[]> => {
      const byId = new Map(receiver.spans.map((span) => [span.spanId, span]));
      const path: string[] = [];
      let at: ReceivedSpan | undefined = await spanNamed(name);
      while (at !== undefined) {
        path.push(at.name);
        at = byId.get(at.parentSpanId ?? '');
      }
      return path;
    };
    expect(await parents(/^qdrant candidates$/)).toEqual(
      expect.arrayContaining(['qdrant candidates', 'recall', 'answer turn']),
    );
    const evolved = await spanNamed(/^evolve-persona$/, 'personate-evolution');
    expect(evolved.parentSpanId).toBe(turn.spanId);
    const learnt = await eventually('evolution’s own statements', 60_000, async () =>
      receiver.spans.find(
        (span) => span.parentSpanId === evolved.spanId && span.name.startsWith('postgres '),
      ),
    );
    expect(learnt.service).toBe('personate-evolution');
  }, 120_000);

  it('an upload is one trace with the ingestion of it', async () => {
    const ingested = await eventually('the ingestion’s span', 60_000, async () =>
      receiver.spans.find((span) => span.name === 'ingest-persona'),
    );
    const upload = receiver.spans.find((span) => span.spanId === ingested.parentSpanId);
    expect([upload?.service, upload?.name]).toEqual([
      'personate-gateway',
      'POST /v1/personas/:id/ingestions',
    ]);
    const names = receiver.spans
      .filter(
        ({ service, traceId: id }) => service === 'personate-ingestion' && id === ingested.traceId,
      )
      .map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['embed', 'qdrant replace-documents']));
  }, 90_000);

  (noCollector === null ? it : it.skip)(
    'the collector tells of what it took and handed on, where Prometheus asks it',
    async () => {
      const told = await collector?.metrics();
      expect(told).toMatch(/^otelcol_receiver_accepted_spans[^ ]* [1-9]/m);
      expect(told).toMatch(/^otelcol_exporter_sent_spans[^ ]* [1-9]/m);
    },
  );

  it('every line of a request or a job names it', () => {
    const chat = line(cluster.output('gateway')).filter(
      ({ route }) => route === '/v1/chat/completions',
    );
    expect(chat.map(({ requestId }) => requestId)).toContain('request-of-the-trace');
    const evolved = line(cluster.output('evolution')).find(({ msg }) => msg === 'persona evolved');
    expect(evolved).toMatchObject({ personaId: 'anna', jobId: expect.stringMatching(/^anna\./) });
    const jobs = line(cluster.output('ingestion')).filter(({ ingestionId }) => ingestionId);
    expect(jobs.length).toBeGreaterThan(0);
    for (const one of jobs)
      expect(one).toMatchObject({ personaId: 'anna', jobId: expect.stringMatching(/^anna\./) });
  });

  it('each service tells what it does, by routes, reasons, stores and queues', async () => {
    await ask(`My cat is called ${phrase}. What is the tensile strength of tungsten carbide?`);
    const gateway = await cluster.metrics('gateway');
    const route = 'method="POST",route="/v1/chat/completions",status="200"';
    expect(gateway).toMatch(new RegExp(`http_request_duration_seconds_count{[^}]*${route}} [1-9]`));
    expect(gateway).toMatch(/answers_total\{decision="answered",/);
    expect(gateway).toMatch(/answers_total\{decision="declined",reason="[a-z-]+",/);
    expect(gateway).toMatch(/store="qdrant",operation="candidates",outcome="ok"/);
    expect(gateway).toMatch(/store="queue",operation="add",outcome="ok"/);
    expect(sample(gateway, 'personate_recall_duration_seconds_count')).toBeGreaterThan(0);
    const evolution = await cluster.metrics('evolution');
    expect(sample(evolution, 'personate_evolution_turns_total')).toBeGreaterThan(0);
    expect(evolution).toMatch(/queue_job_duration_seconds_count\{[^}]*queue="evolution",outcome="done"\} [1-9]/); // prettier-ignore
    const ingestion = await cluster.metrics('ingestion');
    expect(ingestion).toMatch(/embedding_duration_seconds_count\{[^}]*use="passage",outcome="ok"\} [1-9]/); // prettier-ignore
    expect(ingestion).toMatch(/store="qdrant",operation="replace-documents",outcome="ok"/);
    for (const queue of ['ingestion', 'evolution', 'tasks']) {
      expect(ingestion).toMatch(new RegExp(`queue_jobs{[^}]*queue="${queue}",state="waiting"`));
      expect(ingestion).toMatch(new RegExp(`queue_oldest_seconds{[^}]*queue="${queue}"`));
    }
  }, 60_000);

  const findings = async () => {
    const { checks } = await cluster.call<{ checks: Finding[] }>('GET', '/v1/diagnosis');
    return checks;
  };

  it('the doctor finds the cluster well, and says of each part what it is', async () => {
    const checks = await findings();
    expect(checks.filter(({ state, name }) => state !== 'ok' && name !== 'queue')).toEqual([]);
    expect(Object.fromEntries(checks.map(({ name, message }) => [name, message]))).toEqual({
      database: expect.stringMatching(/^Postgres \d+.* answers in \d+ ms$/),
      clock: expect.anything(),
      // The tests' Redis keeps nothing, and the doctor says so.
      queue: expect.stringMatching(/^Redis \d/),
      'queue-evolution': expect.anything(),
      'queue-ingestion': expect.anything(),
      knowledge: expect.stringMatching(/^Qdrant \d+\.\d+\.\d+ at .* is ready$/),
      uploads: expect.anything(),
      'service-gateway': '1 run',
      'service-ingestion': '1 run',
      'service-evolution': '1 run',
      versions: expect.stringMatching(/^all of /),
    });
  });

  it('a store that is gone is seen in the metrics, and the answer’s trace has its error’s code', async () => {
    await qdrant.kill('SIGKILL');
    try {
      expect((await ask('Where were you born, and when?')).status).toBe(503);
      expect(await findings()).toContainEqual(
        expect.objectContaining({ name: 'knowledge', state: 'fail', fix: expect.anything() }),
      );
      expect(await cluster.metrics('gateway')).toMatch(
        /store="qdrant",[^}]*outcome="error"\} [1-9]/,
      );
      await eventually('the failed turn’s span', 60_000, async () =>
        receiver.spans.find(
          ({ name, attributes }) =>
            name === 'answer turn' && attributes['error.type'] === 'knowledge.store-unreachable',
        ),
      );
    } finally {
      await qdrant.start();
    }
  }, 120_000);

  it('nothing that anybody said, and no user, stands in a log, a metric or a trace', async () => {
    // What goes wrong is told at most length.
    await cluster.request('POST', '/v1/chat/completions', undefined, {
      headers: { 'content-type': 'application/json' },
      body: `{"model": ${phrase}`,
    });
    for (const path of [
      `/${phrase}?q=${phrase}`,
      `/v1/personas/${phrase}`,
      `/v1/personas/anna/knowledge/search?q=${phrase}`,
      `/v1/users/${phrase}-user`,
    ])
      await cluster.request('GET', path);
    const form = new FormData();
    form.set('source', phrase.toLowerCase());
    form.set('stance', 'by');
    form.set('file', new Blob([`{"id": "x", "text": "${phrase}`]), `${phrase}.jsonl`);
    await cluster.request('POST', '/v1/personas/anna/ingestions', form);
    await eventually('the broken upload is given up', 90_000, async () => {
      const { items } = await cluster.call<{ items: Array<{ status: string }> }>(
        'GET',
        '/v1/personas/anna/ingestions',
      );
      return items.every(({ status }) => status !== 'waiting' && status !== 'running') || undefined;
    });
    await eventually('the last spans', 60_000, async () =>
      receiver.spans.find(({ name }) => name === 'GET /v1/users/:user'),
    );
    const said = new RegExp(`${phrase}|Aalborg|carpenter|tungsten`, 'i');
    for (const service of services) {
      expect(cluster.output(service)).not.toMatch(said);
      expect(await cluster.metrics(service)).not.toMatch(said);
    }
    expect(receiver.raw()).not.toMatch(said);
    expect(receiver.spans.length).toBeGreaterThan(20);
  }, 180_000);
});
