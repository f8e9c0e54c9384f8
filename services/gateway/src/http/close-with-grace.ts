import type { FastifyInstance } from 'fastify';
import { setMaxListeners } from 'node:events';
import { serverClosing } from './request-signal.ts';

/**
 * When the server closes, what only watches ends at once and answers under way after a grace. A connection that was
 * kept alive is closed as soon as its answer is over: Node itself would wait for its keep-alive time.
 */
export function closeWithGrace(
  app: FastifyInstance,
  graceMs: number,
): { closing: AbortSignal; closed: AbortSignal } {
  const closing = new AbortController();
  const closed = new AbortController();
  // Every stream listens to one of them: hundreds are no leak.
  setMaxListeners(0, closing.signal, closed.signal);
  app.addHook('preClose', async () => {
    closing.abort(serverClosing());
    const grace = setTimeout(() => closed.abort(serverClosing()), graceMs);
    const idle = setInterval(() => app.server.closeIdleConnections(), 50);
    app.server.once('close', () => {
      clearTimeout(grace);
      clearInterval(idle);
    });
    if (app.server.listening) return;
    clearTimeout(grace);
    clearInterval(idle);
  });
  return { closing: closing.signal, closed: closed.signal };
}
