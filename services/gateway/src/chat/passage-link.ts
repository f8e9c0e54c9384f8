import type { FastifyRequest } from 'fastify';
import type { GatewayConfig } from '../deps.ts';

export type PassageLink = (personaId: string, passageId: string) => string;

/** Where a citation leads. People follow it: where the console is served, to its page of the passage, not to JSON. */
export function passageLink(
  config: Pick<GatewayConfig, 'publicUrl' | 'consoleDir'>,
  request: Pick<FastifyRequest, 'protocol' | 'host'>,
): PassageLink {
  const base = config.publicUrl ?? `${request.protocol}://${request.host}`;
  return config.consoleDir === undefined
    ? (personaId, passageId) => `${base}/v1/personas/${personaId}/knowledge/passages/${passageId}`
    : (personaId, passageId) => `${base}/p/${personaId}/passages/${passageId}`;
}
