import { readdir, readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scope } from '@personate/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf, requireUnlimited } from '../http/access.ts';
import { problemOf, routeMissing, sendProblem } from '../http/handle-errors.ts';
import type { App, RouteContext } from '../route-context.ts';

const base = '/queues/';
/** Bull Board's program; it sets styles of its own, and has an address in its page. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The board of the queues, for operators: nothing of it is read before somebody asks. */
export function routeQueues(app: App, { deps, config }: RouteContext): void {
  let files: Promise<BoardFiles> | undefined;
  const options = {
    config: { access: ['admin'] as Scope[] },
    schema: { hide: true },
    /** A browser without a login is led to the console's door, which leads back. */
    errorHandler: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(error, request);
      const led = problem.status === 401 && config.consoleDir !== undefined && isPageLoad(request);
      return led ? reply.redirect('/?then=queues') : sendProblem(reply, problem);
    },
  };
  app.get('/queues', options, async (_request, reply) => reply.redirect(base));
  app.get(`${base}*`, options, async (request, reply) => {
    requireUnlimited(principalOf(request));
    reply.header('content-security-policy', policy);
    const path = (request.params as { '*': string })['*'];
    const { uiDir, names, page } = await (files ??= readFiles().catch((error: unknown) => {
      files = undefined;
      throw error;
    }));
    if (path.startsWith('api/')) return answer(request, reply, await deps.board(uiDir), path);
    if (path.startsWith('static/')) {
      if (!names.has(path)) return missing(request, reply);
      const type = types[extname(path)] ?? 'application/octet-stream';
      return reply
        .header('cache-control', 'private, max-age=86400')
        .type(type)
        .send(await readFile(join(uiDir, 'dist', path)));
    }
    const { uiConfig } = await deps.board(uiDir);
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page(uiConfig));
  });
}

const isPageLoad = ({ headers }: FastifyRequest): boolean =>
  headers.authorization === undefined && (headers.accept ?? '').includes('text/html');

type Board = Awaited<ReturnType<RouteContext['deps']['board']>>;

async function answer(request: FastifyRequest, reply: FastifyReply, board: Board, path: string) {
  const found = await board.read(`/${path}`, request.query as Record<string, unknown>);
  if (found === null) return missing(request, reply);
  return reply
    .code(found.status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(found.body));
}

const missing = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(reply, problemOf(routeMissing(), request));

interface BoardFiles {
  uiDir: string;
  /** What is not in the list is not served, whatever the path says. */
  names: ReadonlySet<string>;
  page: (uiConfig: object) => string;
}

async function readFiles(): Promise<BoardFiles> {
  const uiDir = dirname(fileURLToPath(import.meta.resolve('@bull-board/ui/package.json')));
  const dist = join(uiDir, 'dist');
  const entries = await readdir(join(dist, 'static'), { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    );
  const template = (await readFile(join(dist, 'index.ejs'), 'utf8'))
    // Its fonts come from elsewhere: nobody is told who looks at this board.
    .replace(/<link[^>]*href="https?:[^>]*>/g, '');
  return {
    uiDir,
    names: new Set(names),
    page(uiConfig) {
      const config = JSON.stringify(uiConfig).replaceAll('<', '\\u003c');
      const values: Readonly<Record<string, string>> = {
        basePath: base,
        title: 'Personate: queues',
        uiConfig: config,
        favIconDefault: 'static/images/logo.svg',
        favIconAlternative: 'static/favicon-32x32.png',
      };
      return template.replace(/<%[=-]\s*(\w+)\s*%>/g, (_, name: string) => values[name] ?? '');
    },
  };
}
