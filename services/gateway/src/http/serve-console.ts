import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readdir } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { problemOf, routeMissing, sendProblem } from './handle-errors.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Paths that are the API's, even where it has no such route. */
const apiPath = /^(?:v1|health|openapi\.json)(?:\/|$)/;

/** The console's files, and its page for every other address that a browser asks for. */
export async function serveConsole(app: FastifyInstance, consoleDir: string): Promise<void> {
  const files = new Set(await filesUnder(consoleDir));
  // The console's files alone: streams of events and answers with secrets in them are left as they are.
  await app.register(fastifyCompress, { global: false, encodings: ['br', 'gzip'] });
  await app.register(fastifyStatic, { root: consoleDir, serve: false, cacheControl: false });
  app.get(
    '/*',
    { config: { access: 'open' }, exposeHeadRoute: true, schema: { hide: true }, compress: {} },
    async (request, reply) => {
      const path = (request.params as { '*': string })['*'];
      const file = files.has(path) ? path : pageFor(request, path, files);
      if (file === null) return sendProblem(reply, problemOf(routeMissing(), request));
      // Vite puts a digest into the names under assets/: such a file never changes.
      const immutable = file.startsWith('assets/');
      reply
        .header('content-security-policy', policy)
        .header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      return reply.sendFile(file);
    },
  );
}

function pageFor(request: FastifyRequest, path: string, files: ReadonlySet<string>): string | null {
  const wantsPage = (request.headers.accept ?? '').includes('text/html');
  if (apiPath.test(path) || !(wantsPage || path === '')) return null;
  return files.has('index.html') ? 'index.html' : null;
}

/** Read once: what is not in the list is not served, whatever the path says. */
async function filesUnder(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, `${entry.parentPath}${sep}${entry.name}`).replaceAll(sep, '/'));
}
