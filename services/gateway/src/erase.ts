import { ExpectedError, type Erasure } from '@personate/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayErasures } from './deps.ts';
import { principalOf } from './http/access.ts';
import { requestSignal } from './http/request-signal.ts';
import { bounds } from './http/server-options.ts';
import type { RouteContext } from './route-context.ts';

/** Erases and answers with the receipt: 200 when all is gone, 202 when it goes on by itself. */
export async function erase(
  { deps, closed }: Pick<RouteContext, 'deps' | 'closed'>,
  request: FastifyRequest,
  reply: FastifyReply,
  target: Parameters<GatewayErasures['open']>[0],
): Promise<Erasure> {
  const { erasures } = deps;
  const opened = await erasures.open(target, principalOf(request).keyId);
  const { erasureId } = opened;
  const signal = requestSignal(reply, bounds.workMs, closed);
  const receipt = await erasures.run({ erasureId, signal }).catch((error: unknown): Erasure => {
    if (error instanceof ExpectedError && error.code === 'persona.busy') return opened;
    throw error;
  });
  reply
    .code(receipt.status === 'done' ? 200 : 202)
    .header('location', `/v1/erasures/${erasureId}`)
    .header('cache-control', 'no-store');
  return receipt;
}
