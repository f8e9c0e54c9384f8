import type { FastifyInstance } from 'fastify';
import { setMaxListeners } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverClosing } from './request-signal.ts';

/**
 * While it drains the server answers, says that it is not ready, and asks its clients to come by another connection.
 * When it closes, what only watches ends at once and answers under way after a grace. A connection that was
 * kept alive is closed as soon as its answer is over: Node itself would wait for its keep-alive time. So is one on
 * which nothing was asked yet, as browsers open them in advance: Node takes it for busy until its headers are late.
 */
export function closeWithGrace(
  app: FastifyInstance,
  graceMs: number,
): {
  closing: AbortSignal;
  closed: AbortSignal;
  drain: (drainMs: number) => Promise<void>;
  isDraining: () => boolean;
} {
  const closing = new AbortController();
  const draining = { is: false };
  app.addHook('onSend', async (_request, reply) => {
    // Whoever keeps its connection would send the next request into one that is about to close.
    if (draining.is) reply.header('connection', 'close');
  });
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
  return {
    closing: closing.signal,
    closed: closed.signal,
    async drain(drainMs) {
      draining.is = true;
      await sleep(drainMs);
    },
    isDraining: () => draining.is,
  };
}

function trackConnections({ server }: FastifyInstance): ReadonlySet<Socket> {
  const connections = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  return connections;
}
