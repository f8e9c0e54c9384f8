import type { FastifyInstance } from 'fastify';

/**
 * A request that is refused before its body has come is heard out, for a while. A connection that closes while its
 * client still sends is broken for the client: it may lose the answer that it was sent already.
 */
export function hearOut(app: FastifyInstance, mostMs: number): void {
  app.addHook('onSend', async ({ raw }, reply) => {
    // Not `!raw.complete`: where no socket is behind a request it says nothing of it.
    if (reply.statusCode < 400 || raw.complete !== false || raw.destroyed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, mostMs);
      const over = (): void => {
        clearTimeout(timer);
        resolve();
      };
      raw.once('end', over).once('close', over).once('error', over);
      raw.unpipe();
      raw.resume();
    });
  });
}
