import { ingestionJobSchema, type IngestionJob } from '@personate/contracts';
import { at, parseJson, type Http } from './http.ts';
import { errorFromBody, PersonateError, unreadable } from './personate-error.ts';
import { readEvents } from './read-events.ts';

/** Tries in a row that bring nothing; after the first ones the job is asked for instead of listened to. */
const mostFailures = 6;
const listenFailures = 3;
const ended = new Set<IngestionJob['status']>(['done', 'failed', 'cancelled']);

export interface WatchInput {
  personaId: string;
  ingestionId: string;
  signal?: AbortSignal | undefined;
  /** Between two questions; after a lost connection longer. */
  pauseMs?: number;
}

/**
 * The job now, then whenever it moves; the last one has ended. A lost connection is made again, and where events do
 * not come through (a proxy that holds them back) the job is asked for.
 * @throws PersonateError `network.cut` when the server stays away; the job goes on all the same.
 */
export async function* watchIngestion(
  http: Http,
  input: WatchInput,
): AsyncGenerator<IngestionJob, void, undefined> {
  const { signal, pauseMs = 500 } = input;
  let told = '';
  let failures = 0;
  for (;;) {
    const listening = failures < listenFailures;
    try {
      for await (const job of listening ? listen(http, input) : ask(http, input)) {
        // What was asked for is no proof that events come through again.
        failures = listening ? 0 : listenFailures;
        const state = JSON.stringify(job);
        if (state !== told) yield job;
        told = state;
        if (ended.has(job.status)) return;
      }
      if (listening) failures += 1;
    } catch (error) {
      if (!(error instanceof PersonateError && error.code.startsWith('network.'))) throw error;
      failures += 1;
      if (failures >= mostFailures) throw lost(error);
    }
    await pause(pauseMs * 2 ** (failures % listenFailures), signal);
  }
}

async function* listen(http: Http, { personaId, ingestionId, signal }: WatchInput) {
  const path = at`/v1/personas/${personaId}/ingestions/${ingestionId}/events`;
  for await (const { event, data } of readEvents(http.stream({ path, signal }))) {
    if (event === 'error') throw errorFromBody(0, parseJson(data));
    const job = ingestionJobSchema.safeParse(parseJson(data));
    if (!job.success) throw unreadable(job.error);
    yield job.data;
  }
}

async function* ask(http: Http, { personaId, ingestionId, signal }: WatchInput) {
  const path = at`/v1/personas/${personaId}/ingestions/${ingestionId}`;
  yield await http.read({ path, signal }, ingestionJobSchema);
}

function lost(cause: PersonateError): PersonateError {
  return new PersonateError(0, 'network.cut', 'The connection to the server was lost.', {
    fix: 'The ingestion goes on where it stood once the server runs; look at it again later.',
    cause,
  });
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
