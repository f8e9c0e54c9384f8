import type { FastifyInstance } from 'fastify';
import { setMaxListeners } from 'node:events';
import type { Socket } from 'node:net';
import { serverClosing } from './request-signal.ts';

/**
 * When the server closes, what only watches ends at once and answers under way after a grace. A connection that was
 * kept alive is closed as soon as its answer is over: Node itself would wait for its keep-alive time. So is one on
 * which nothing was asked yet, as browsers open them in advance: Node takes it for busy until its headers are late.
 */
export function closeWithGrace(
  app: FastifyInstance,
  graceMs: number,
): { closing: AbortSignal; closed: AbortSignal } {
  const closing = new AbortController();
  const closed = new AbortController();
  // Every stream listens to one of them: hundreds are no leak.
  setMaxListeners(0, closing.signal, closed.signal);
  const connections = trackConnections(app);
  app.addHook('preClose', async () => {
    closing.abort(serverClosing());
    const grace = setTimeout(() => closed.abort(serverClosing()), graceMs);
    const idle = setInterval(() => {
      app.server.closeIdleConnections();
      for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
    }, 50);
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

function trackConnections({ server }: FastifyInstance): ReadonlySet<Socket> {
  const connections = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  return connections;
}
