import { ExpectedError } from '@personate/contracts';

/** They say that the embedder cannot embed anything now, not that there is something wrong with the text. */
const unable: ReadonlySet<string> = new Set([
  'embedding.busy',
  'embedding.cuts-texts',
  'embedding.failed',
  'embedding.garbage',
  'embedding.refused',
  'embedding.resting',
  'embedding.throttled',
  'embedding.timeout',
  'embedding.unavailable',
]);

/** Whether one can go on without the vector: nobody asked for anything that cannot be embedded. */
export const unableToEmbed = (error: unknown): error is ExpectedError =>
  error instanceof ExpectedError && unable.has(error.code);
