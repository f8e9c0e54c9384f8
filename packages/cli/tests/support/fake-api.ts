import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as knowledge from './knowledge-samples.ts';
import * as samples from './samples.ts';
import { trainingRun, trainingSet } from './training-samples.ts';

export interface Seen {
  /** `METHOD /path?query`. */
  line: string;
  authorization: string | undefined;
  body: string;
  headers: IncomingMessage['headers'];
}

export type Route = (seen: Seen, response: ServerResponse) => unknown;

export interface FakeApi extends AsyncDisposable {
  url: string;
  seen: Seen[];
  /** Their first lines, without those that only ask what the server takes. */
  lines(): string[];
}

/** A Personate server as far as the wire goes: what a route returns is sent as JSON, nothing as 204. */
export async function openFakeApi(over: Readonly<Record<string, Route>> = {}): Promise<FakeApi> {
  const routes = { ...usual, ...over };
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece as Buffer);
      const { method = '', url = '', headers } = request;
      const body = Buffer.concat(pieces).toString('latin1');
      const one = { line: `${method} ${url}`, authorization: headers.authorization, body, headers };
      seen.push(one);
      const path = url.replace(/\?.*$/, '').replaceAll(samples.anyId, ':id');
      const route = routes[`${method} ${path}`] ?? missing;
      const answer = await route(one, response);
      if (response.headersSent || response.writableEnded) return;
      if (answer === undefined) response.writeHead(204).end();
      else if (typeof answer === 'string') response.end(answer);
      else
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    lines: () => seen.map(({ line }) => line).filter((line) => line !== 'GET /v1/status'),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const missing: Route = (seen, response) =>
  problem(response, 404, 'route.missing', `There is no ${seen.line}.`);

/** As the gateway tells an error. */
export function problem(
  response: ServerResponse,
  status: number,
  code: string,
  detail: string,
): void {
  const fix = 'Do something else.';
  const error = { message: detail, type: 't', code, param: null };
  const body = { type: 't', title: 'T', status, detail, code, fix, instance: 'r', error };
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify(body));
}

/** Server-sent events, then the end. */
export function events(response: ServerResponse, ...sent: ReadonlyArray<[string, unknown]>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const [event, data] of sent)
    response.write(
      `${event === '' ? '' : `event: ${event}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`,
    );
  response.end();
}

const persona = '/v1/personas/ada';
const items =
  (...all: unknown[]) =>
  () => ({ items: all });

/** One of everything. */
const usual: Readonly<Record<string, Route>> = {
  'GET /v1/status': () => samples.status,
  'GET /health/ready': () => ({ status: 'ready', checks: { database: { ok: true, ms: 1 } } }),
  'GET /v1/diagnosis': () => ({ checks: [] }),
  'GET /v1/session': () => ({ principal: samples.principal, by: 'key' }),
  'POST /v1/session/tokens': () => ({ token: 'login.t', expiresAt: samples.at }),
  'GET /v1/models/ada': () => samples.model,
  'GET /v1/personas': items(samples.summary),
  'POST /v1/personas': () => samples.version,
  [`GET ${persona}`]: ({ headers }) =>
    headers.accept === 'application/yaml' ? 'id: ada\nname: Ada\n' : samples.detail,
  [`PUT ${persona}`]: () => ({ ...samples.version, version: 4 }),
  [`POST ${persona}/archive`]: () => undefined,
  [`POST ${persona}/unarchive`]: () => undefined,
  [`GET ${persona}/consent`]: () => samples.consent,
  [`POST ${persona}/consent`]: () => samples.consent,
  [`POST ${persona}/consent/withdraw`]: () => ({
    ...samples.consent,
    state: 'withdrawn',
    withdrawnAt: samples.at,
  }),
  [`POST ${persona}/derive`]: () => samples.proposal,
  [`POST ${persona}/calibrations`]: (_seen, response) =>
    events(response, ['progress', { done: 1, total: 2 }], ['done', samples.calibration]),
  [`POST ${persona}/tone`]: () => samples.tone,
  [`POST ${persona}/explain`]: () => samples.explanation,
  [`GET ${persona}/versions`]: items(samples.version),
  [`GET ${persona}/versions/${samples.summary.headVersion}`]: () => samples.version,
  [`GET ${persona}/versions/2/diff/3`]: () => samples.diff,
  [`GET ${persona}/versions/3/diff/4`]: () => samples.diff,
  [`POST ${persona}/rollback`]: () => samples.version,
  [`GET ${persona}/proposals`]: items(samples.proposal),
  [`GET ${persona}/proposals/:id`]: () => ({ ...samples.proposal, changes: samples.diff.changes }),
  [`POST ${persona}/proposals/:id/accept`]: () => samples.version,
  [`POST ${persona}/proposals/:id/dismiss`]: () => undefined,
  [`GET ${persona}/interviews`]: items(samples.interview),
  [`POST ${persona}/interviews`]: () => samples.interview,
  'POST /v1/inspect': () => samples.inspection,
  [`GET ${persona}/ingestions`]: items(samples.job),
  [`POST ${persona}/ingestions`]: () => samples.job,
  [`GET ${persona}/ingestions/:id`]: () => samples.endedJob,
  [`POST ${persona}/ingestions/:id/cancel`]: () => samples.job,
  [`GET ${persona}/ingestions/:id/events`]: (_seen, response) =>
    events(response, ['progress', samples.job], ['done', samples.endedJob]),
  [`GET ${persona}/knowledge/search`]: () => samples.found,
  [`GET ${persona}/knowledge/statistics`]: () => samples.statistics,
  [`GET ${persona}/knowledge/map`]: () => knowledge.map,
  [`GET ${persona}/knowledge/generations`]: () => ({ items: [knowledge.generation] }),
  [`POST ${persona}/knowledge/generations`]: () => knowledge.generation,
  [`GET ${persona}/knowledge/export`]: () => knowledge.knowledgeLines,
  [`POST ${persona}/training/set`]: () => trainingSet,
  [`GET ${persona}/training/runs`]: items(trainingRun),
  [`POST ${persona}/training/runs`]: () => trainingRun,
  [`POST ${persona}/training/runs/:id/cancel`]: () => trainingRun,
  [`POST ${persona}/training/runs/:id/promote`]: () => ({ ...trainingRun, serving: true }),
  [`POST ${persona}/training/drop`]: () => ({ dropped: trainingRun }),
  [`GET ${persona}/export`]: ({ line }) =>
    /format=(?:card|eliza)/.test(line) ? '{"name":"Ada"}' : 'id: ada\nname: Ada\n',
  'POST /v1/personas/import': () => knowledge.characterImport,
  [`GET ${persona}/pack`]: () => 'a zip',
  'POST /v1/personas/unpack': () => knowledge.unpacked,
  'GET /v1/common': items(knowledge.commonSet),
  'POST /v1/common': () => knowledge.commonSet,
  'POST /v1/common/coast/ingestions': () => ({
    set: knowledge.commonSet,
    ingestions: [samples.job],
  }),
  'DELETE /v1/common/coast': () => ({ set: null, ingestions: [samples.job] }),
  'PUT /v1/common/coast/personas/ada': () => samples.job,
  'DELETE /v1/common/coast/personas/ada': () => samples.job,
  [`GET ${persona}/knowledge/manifest`]: () => knowledge.manifest,
  [`GET ${persona}/knowledge/manifest/diff`]: () => knowledge.manifestDiff,
  [`DELETE ${persona}/knowledge/documents/:id`]: () => ({
    knowledgeRevision: 5,
    erasureId: samples.id,
  }),
  'DELETE /v1/users/anna': () => samples.erasure,
  [`DELETE ${persona}`]: () => samples.erasure,
  'GET /v1/erasures': items(samples.erasure),
  'GET /v1/erasures/:id': () => samples.erasure,
  'GET /v1/erasures/:id/check': () => samples.erasureCheck,
  'POST /v1/chat/completions': (seen, response) =>
    (JSON.parse(seen.body) as { stream?: boolean }).stream === true
      ? events(response, ...samples.chunks('At the quay.', samples.extension))
      : samples.completion('At the quay.', samples.extension),
  'DELETE /v1/conversations/:id': () => undefined,
  [`GET ${persona}/memories`]: items(samples.memory),
  [`DELETE ${persona}/memories/:id`]: () => undefined,
  'GET /v1/keys': items(samples.keyRecord),
  'POST /v1/keys': () => ({ key: 'pk_secret', record: samples.keyRecord }),
  'DELETE /v1/keys/:id': () => undefined,
};
