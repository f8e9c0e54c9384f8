import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startLoad, type Load } from '../faults/cluster-load.ts';
import { openPromiseCheck } from '../faults/cluster-promises.ts';
import { eventually } from '../harness/eventually.ts';
import { alertRules, named, panelQueries } from '../harness/observability-files.ts';
import { openPrometheus, type Prometheus } from '../harness/prometheus.ts';
import { ask, createPersona, ingestDiary, learnVersion, openClient } from './client.ts';
import { openCompose, type Compose } from './compose.ts';
import { docker, engineMissing, hasImage } from './engine.ts';
import { openJaeger } from './jaeger.ts';

// The profile `observability` of the compose file, as it stands, over a cluster under load: what it scrapes, that rules
// and panels find what they ask for, that alerts fire when something is wrong and end when it is mended, and that a
// request is one trace. docs/operations/observability.md says what came of it.
const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'qdrant' },
    /** Stops nothing: the alerts take a quarter of an hour. */
    'no-alerts': { type: 'boolean', default: false },
    /** Leaves it up at the end. */
    keep: { type: 'boolean', default: false },
  },
});
const project = 'personate-observed';
const personaId = 'vera';
const profile = ['--profile', 'observability'];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const minutes = (ms: number): string => `${(ms / 60_000).toFixed(1)} min`;

/** Why a query may have nothing to show here. */
const absent: ReadonlyArray<readonly [RegExp, string]> = [
  [/personate_model_/, 'no model is named: personas speak in recorded words'],
  [/scrape_failures/, 'nothing failed to be counted'],
  [/outcome="error"/, 'no call failed'],
  [/level=~"warn/, 'nothing was logged as a warning'],
];

/** Each question starts a process in a container. */
const askEveryMs = 3_000;
const slowly = <Answer>(what: string, boundMs: number, ask: () => Promise<Answer | undefined>) =>
  eventually(what, boundMs, async () => {
    const answer = await ask();
    if (answer === undefined) await sleep(askEveryMs);
    return answer;
  });

/** Asked from inside: nothing of it is published. */
async function askFrom(container: string, url: string): Promise<string> {
  const get = `fetch(process.argv[1],{signal:AbortSignal.timeout(10000)}).then(async(r)=>{const t=await r.text();if(!r.ok)throw new Error(r.status+' '+t);process.stdout.write(t)})`;
  return docker(['exec', container, 'node', '-e', get, url]);
}

async function observersHere(): Promise<string[]> {
  const observers: string[] = [];
  const images = JSON.parse(
    await docker(['compose', ...profile, 'config', '--format', 'json']),
  ) as { services: Record<string, { image: string }> };
  for (const name of ['prometheus', 'otel-collector', 'jaeger', 'grafana']) {
    const image = images.services[name]?.image ?? '';
    if (await hasImage(image)) observers.push(name);
    else say(`NOT TESTED: ${name}: its image ${image} cannot be had here.`);
  }
  return observers;
}

const declined = 'personate_answers_total{decision="declined"}';

async function checkTargets(
  prometheus: Prometheus,
  expected: Record<string, number>,
): Promise<void> {
  const jobs = await slowly('every target is up', 120_000, async () => {
    const up = (await prometheus.targets()).filter(({ health }) => health === 'up');
    const count = (job: string) => up.filter(({ labels }) => labels['job'] === job).length;
    return Object.entries(expected).every(([job, n]) => count(job) === n)
      ? Object.entries(expected)
      : undefined;
  });
  say(`ok  scraped: ${jobs.map(([job, n]) => `${job} ${n}`).join(', ')}`);
}

async function checkRules(prometheus: Prometheus): Promise<void> {
  const rules = await slowly('the rules were evaluated', 120_000, async () => {
    const found = await prometheus.rules();
    return found.every(({ health }) => health !== 'unknown') ? found : undefined;
  });
  assert.deepEqual(
    rules.map(({ name }) => name),
    alertRules.map(({ alert }) => alert),
  );
  assert.deepEqual(
    rules.filter(({ health }) => health !== 'ok'),
    [],
  );
  say(`ok  ${rules.length} alert rules load, and are evaluated without an error`);
}

/** What panels and alerts ask for is there, or it is known why not. */
async function checkQueries(prometheus: Prometheus): Promise<void> {
  const metrics = [
    ...new Set(alertRules.flatMap(({ expr }) => named(expr).map(({ metric }) => metric))),
  ];
  const queries = [
    // What Grafana makes of it with a scrape each 15 s.
    ...panelQueries.map(({ of, expr }) => ({
      of,
      expr: expr.replaceAll('$__rate_interval', '60s'),
    })),
    ...metrics.map((metric) => ({ of: `the alerts on ${metric}`, expr: `{__name__="${metric}"}` })),
  ];
  const empty: string[] = [];
  let shown = 0;
  for (const { of, expr } of queries) {
    if ((await prometheus.query(expr)).length > 0) shown += 1;
    else {
      const [, why] = absent.find(([pattern]) => pattern.test(expr)) ?? [];
      assert.ok(why, `${of} has nothing to show, and nobody knows why: ${expr}`);
      empty.push(`    ${of}: ${why}`);
    }
  }
  say(
    `ok  ${shown} of ${queries.length} queries of panels and alerts have something to show; the others:`,
  );
  say(empty.join('\n'));
}

async function checkTrace(cluster: Compose, gateway: string): Promise<void> {
  const traceId = randomBytes(16).toString('hex');
  const jaeger = openJaeger((path) => askFrom(gateway, `http://jaeger:16686${path}`));
  const url = await cluster.urlOf(gateway);
  const key = (
    await cluster.compose(['exec', '-T', 'gateway', 'cat', '/run/personate/admin-key'])
  ).trim();
  const response = await fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    signal: AbortSignal.timeout(60_000),
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
    },
    body: JSON.stringify({
      model: personaId,
      user: 'traced',
      messages: [{ role: 'user', content: 'What is your boat called?' }],
    }),
  });
  assert.equal(response.status, 200);
  const expected = [
    'POST /v1/chat/completions',
    'answer turn',
    'recall',
    `${values.store} candidates`,
    'evolve-persona',
  ];
  const spans = await slowly('the trace is whole', 120_000, async () => {
    const found = await jaeger.spansOf(traceId);
    const names = found.map(({ name }) => name);
    return expected.every((name) => names.includes(name)) ? found : undefined;
  });
  const services = [...new Set(spans.map(({ service }) => service))].toSorted();
  say(
    `ok  a chat is one trace of ${spans.length} spans, over ${services.join(', ')} and the stores`,
  );
}

const firing = async (prometheus: Prometheus): Promise<string[]> =>
  (await prometheus.alerts())
    .filter(({ state }) => state === 'firing')
    .map(({ labels }) => labels['alertname'] ?? '')
    .toSorted();

/** A worker that is gone, a queue that nobody works off, a store that is not reached: three alerts, and their end. */
async function checkAlerts(cluster: Compose, prometheus: Prometheus, load: Load): Promise<void> {
  assert.deepEqual(await firing(prometheus), [], 'alerts before anything is wrong');
  const stopped = [await cluster.running('evolution'), await cluster.running(values.store)].flat();
  // Without Postgres nothing would be told to learn from: pgvector goes on.
  const wanted = [
    'PersonateQueueStuck',
    'PersonateServiceDown',
    ...(values.store === 'qdrant' ? ['PersonateStoreFails'] : []),
  ];
  const told = load.told.length;
  let from = performance.now();
  await docker(['stop', '-t', '30', ...stopped.slice(0, -1)], { timeoutMs: 90_000 });
  await eventually(
    'something is there to learn',
    60_000,
    async () => load.told.length > told + 1 || undefined,
  );
  await docker(['stop', '-t', '30', ...stopped.slice(-1)], { timeoutMs: 60_000 });
  const seen = new Map<string, number>();
  await slowly('the alerts fire', 12 * 60_000, async () => {
    for (const name of await firing(prometheus))
      if (!seen.has(name)) seen.set(name, performance.now() - from);
    return wanted.every((name) => seen.has(name)) || undefined;
  });
  const inOrder = [...seen].map(([name, ms]) => `${name} after ${minutes(ms)}`);
  say(`ok  stopped ${stopped.join(', ')}: ${inOrder.join(', ')}`);
  from = performance.now();
  await docker(['start', ...stopped]);
  const over = new Map<string, number>();
  await slowly('the alerts end', 20 * 60_000, async () => {
    const still = await firing(prometheus);
    for (const name of seen.keys())
      if (still.includes(name)) over.delete(name);
      else if (!over.has(name)) over.set(name, performance.now() - from);
    return still.length === 0 || undefined;
  });
  say(
    `ok  started again: ${[...over].map(([name, ms]) => `${name} over after ${minutes(ms)}`).join(', ')}`,
  );
}

async function run(cluster: Compose, observers: readonly string[]): Promise<void> {
  const services = ['gateway', 'ingestion', 'evolution'];
  const scale = services.flatMap((name) => ['--scale', `${name}=2`]);
  const hasCollector = observers.includes('otel-collector');
  const hasJaeger = observers.includes('jaeger');
  const others = observers.filter((name) => name !== 'otel-collector' || hasJaeger);
  await cluster.up([...scale, ...services, ...others]);
  // Without what it hands its spans to: it takes them, and drops them after a while.
  if (hasCollector && !hasJaeger)
    await cluster.compose([...profile, 'up', '-d', '--no-deps', 'otel-collector']);
  const gateways = await cluster.running('gateway');
  const [gateway = ''] = gateways;
  const key = (
    await cluster.compose(['exec', '-T', 'gateway', 'cat', '/run/personate/admin-key'])
  ).trim();
  const urls = () => Promise.all(gateways.map((name) => cluster.urlOf(name)));
  const client = openClient((await urls())[0] ?? '', key);
  const prometheus = openPrometheus((path) => askFrom(gateway, `http://prometheus:9090${path}`));
  await createPersona(client, personaId);
  await ingestDiary(client, personaId);
  await learnVersion(client, personaId);
  // Before others talk to that persona: what is learnt from several stands in the trace of the first of them.
  if (hasCollector && hasJaeger) await checkTrace(cluster, gateway);
  const load = startLoad(urls, key, personaId, { uploadEveryMs: 10_000 });
  await checkTargets(prometheus, {
    ...Object.fromEntries(services.map((name) => [`personate-${name}`, 2])),
    ...(hasCollector ? { 'otel-collector': 1 } : {}),
  });
  await checkRules(prometheus);
  await ask(client, personaId, 'What is the tensile strength of tungsten carbide?', 'curious');
  await slowly('the load was scraped', 180_000, async () => {
    const [answers, declines] = await Promise.all(
      ['sum(increase(personate_answers_total[60s])) > 10', `rate(${declined}[60s])`].map((expr) =>
        prometheus.query(expr),
      ),
    );
    return (answers?.length && declines?.length) || undefined;
  });
  await checkQueries(prometheus);
  if (!values['no-alerts']) await checkAlerts(cluster, prometheus, load);
  await load.stop();
  const promises = openPromiseCheck(client, personaId, load);
  await promises.check();
  say(`ok  ${promises.summary()}`);
}

const missing = await engineMissing();
const observers = missing === null ? await observersHere() : [];
if (missing !== null) say(`\nSKIPPED: the profile observability was NOT tested: ${missing}.\n`);
else if (!observers.includes('prometheus'))
  say('\nSKIPPED: the profile observability was NOT tested: there is no Prometheus.\n');
else {
  const cluster = openCompose({
    project,
    files: [
      'docker-compose.yml',
      ...(values.store === 'qdrant' ? [] : ['infra/compose/pgvector.yml']),
    ],
    env: {
      PERSONATE_HOST: '127.0.0.1',
      PERSONATE_PORT: '18807-18816',
      PERSONATE_QUIET_SECONDS: '1',
      PERSONATE_SWEEP_SECONDS: '3',
      PERSONATE_RATE_LIMIT: '100000',
      GRAFANA_PORT: '18817',
      ...(observers.includes('otel-collector')
        ? { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel-collector:4318' }
        : {}),
    },
  });
  const down = () => cluster.compose([...profile, 'down', '-v', '-t', '30'], 300_000);
  await down();
  try {
    await run(cluster, observers);
  } catch (error) {
    say((await cluster.logs()).split('\n').slice(-60).join('\n'));
    throw error;
  } finally {
    if (!values.keep) await down();
  }
}
