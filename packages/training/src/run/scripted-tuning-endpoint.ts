import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ScriptedFile {
  id: string;
  filename: string;
  text: string;
}
export interface ScriptedJob {
  id: string;
  model: string;
  training_file: string;
  validation_file?: string;
  status: string;
  fine_tuned_model: string | null;
  error: { code: string; message: string } | null;
}

export interface ScriptedTuningEndpoint extends AsyncDisposable {
  /** With its `/v1`. */
  baseUrl: string;
  /** `METHOD /path` of each call, without `/v1`. */
  seen: string[];
  keys: Set<string>;
  files: ScriptedFile[];
  jobs: ScriptedJob[];
  /** What the next calls of that `METHOD /path` are answered with, instead of being done; `hang`: with nothing. */
  refuse: Map<string, number | 'hang' | 'garbage'>;
  /** Does it, and then answers with nothing. */
  cutOff: Set<string>;
  /** Does it, and then answers what cannot be read. */
  garble: Set<string>;
  /** The last job is tuned. */
  succeed(model: string): void;
}

/** An endpoint that tunes nothing and keeps what it is sent, for tests: a real HTTP server on loopback. */
export async function startScriptedTuningEndpoint(): Promise<ScriptedTuningEndpoint> {
  const made: Omit<ScriptedTuningEndpoint, 'baseUrl' | typeof Symbol.asyncDispose> = {
    seen: [],
    keys: new Set(),
    files: [],
    jobs: [],
    refuse: new Map(),
    cutOff: new Set(),
    garble: new Set(),
    succeed(model) {
      Object.assign(made.jobs.at(-1) ?? {}, { status: 'succeeded', fine_tuned_model: model });
    },
  };
  let n = 0;
  const routes: Record<string, (id: string, body: string) => object | undefined> = {
    'POST /files': (_id, body) => {
      const id = `file-${(n += 1)}`;
      const filename = /filename="([^"]*)"/.exec(body)?.[1] ?? '';
      const text = body.slice(body.indexOf('{"messages"'), body.lastIndexOf('}') + 2);
      made.files.push({ id, filename, text });
      return { id, object: 'file', filename, purpose: 'fine-tune' };
    },
    'GET /files': () => ({ object: 'list', has_more: false, data: made.files.toReversed() }),
    'DELETE /files/:id': (id) => {
      const at = made.files.findIndex((file) => file.id === id);
      return at < 0 ? undefined : { ...made.files.splice(at, 1)[0], deleted: true };
    },
    'POST /fine_tuning/jobs': (_id, body) => {
      const asked = JSON.parse(body) as Pick<ScriptedJob, 'model' | 'training_file'>;
      const job = { ...asked, id: `job-${(n += 1)}`, status: 'validating_files', fine_tuned_model: null, error: null }; // prettier-ignore
      made.jobs.push(job);
      return job;
    },
    'GET /fine_tuning/jobs': () => ({
      object: 'list',
      has_more: false,
      data: made.jobs.toReversed(),
    }),
    'GET /fine_tuning/jobs/:id': (id) => made.jobs.find((job) => job.id === id),
    'POST /fine_tuning/jobs/:id/cancel': (id) => {
      const job = made.jobs.find((one) => one.id === id);
      return job && Object.assign(job, { status: 'cancelled' });
    },
  };
  const server = createServer((request, response) => {
    void (async () => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece as Buffer);
      const { pathname } = new URL(request.url ?? '', 'http://localhost');
      const path = pathname.replace(/^\/v1/, '');
      const line = `${request.method} ${path}`;
      made.seen.push(line);
      made.keys.add(request.headers.authorization ?? '');
      const id = /(?:file|job)-\d+/.exec(path)?.[0] ?? '';
      const route = id === '' ? line : line.replace(id, ':id');
      const refused = made.refuse.get(route);
      if (refused === 'hang') return;
      if (refused === 'garbage') return send(response, 200, { nothing: true });
      if (refused !== undefined) return send(response, refused, { error: { message: 'no' } });
      const answer = routes[route]?.(id, Buffer.concat(pieces).toString('utf8'));
      if (made.cutOff.delete(route)) return response.destroy();
      if (made.garble.delete(route)) return send(response, 200, { nothing: true });
      return send(
        response,
        answer === undefined ? 404 : 200,
        answer ?? { error: { message: 'gone' } },
      );
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(made, {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
