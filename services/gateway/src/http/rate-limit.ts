import rateLimit from '@fastify/rate-limit';
import { ExpectedError } from '@personate/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Wrong keys and login tokens that one address may send a minute. */
export const failedLoginsPerMinute = 60;

export interface RateLimits {
  /** Counts a request of the key. @throws ExpectedError `rate.exceeded`. */
  countRequest(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /**
   * Counts a failed login of the address; whoever has a valid key there is not slowed by it.
   * @throws ExpectedError `rate.exceeded` when the address has failed too often.
   */
  countFailure(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

/** Counted in this process: with several gateways each allows the whole rate. */
export async function openRateLimits(
  app: FastifyInstance,
  requestsPerMinute: number,
): Promise<RateLimits> {
  await app.register(rateLimit, { global: false, timeWindow: '1 minute', cache: 10_000 });
  const byKey = app.createRateLimit({
    max: requestsPerMinute,
    keyGenerator: (request) => request.principal?.keyId ?? request.ip,
  });
  const byAddress = app.createRateLimit({ max: failedLoginsPerMinute });
  return {
    async countRequest(request, reply) {
      const limit = await byKey(request);
      if (limit.isAllowed) return;
      reply.header('x-ratelimit-limit-requests', limit.max);
      reply.header('x-ratelimit-remaining-requests', limit.remaining);
      reply.header('x-ratelimit-reset-requests', `${limit.ttlInSeconds}s`);
      if (limit.isExceeded) {
        throw exceeded(
          reply,
          limit.ttlInSeconds,
          `This key may make ${limit.max} requests a minute.`,
          'raise PERSONATE_RATE_LIMIT',
        );
      }
    },
    async countFailure(request, reply) {
      const limit = await byAddress(request);
      if (!limit.isAllowed && limit.isExceeded) {
        throw exceeded(
          reply,
          limit.ttlInSeconds,
          'Too many wrong keys came from this address.',
          'correct the key',
        );
      }
    },
  };
}

function exceeded(reply: FastifyReply, seconds: number, message: string, otherwise: string) {
  reply.header('retry-after', seconds);
  return new ExpectedError('throttled', 'rate.exceeded', message, {
    fix: `Wait ${seconds} s, or ${otherwise}.`,
  });
}
