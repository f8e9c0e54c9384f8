export type { CalibrateInput } from './calibrate.ts';
export type { ChatEvent, ChatInput } from './chat.ts';
export { createPersonateClient, type PersonateClient } from './create-personate-client.ts';
export type { ClientOptions } from './http.ts';
export type { IngestFile, IngestOptions } from './ingestions.ts';
export { PersonateError } from './personate-error.ts';
export type { Readiness } from './server.ts';
export type { ManifestPageQuery } from './knowledge-manifest.ts';
