export type * from './deps.ts';
export { buildGateway } from './build-gateway.ts';
export { chooseReranker } from './choose-reranker.ts';
export { chooseSpeaker } from './choose-speaker.ts';
export { composeGateway, type GatewayParts } from './compose-gateway.ts';
export { describeStatus, type StatusParts } from './describe-status.ts';
export { checkPort } from './listen.ts';
export { serveGateway } from './serve-gateway.ts';
export { openSessions } from './sessions.ts';
