export type * from './deps.ts';
export { buildGateway } from './build-gateway.ts';
export { composeGateway, type GatewayParts } from './compose-gateway.ts';
export { openSessions } from './sessions.ts';
