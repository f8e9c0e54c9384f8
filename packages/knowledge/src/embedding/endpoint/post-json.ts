import { joinSignals, retryAfterMs } from '@personate/contracts';
import { EndpointFailure, failureOfStatus } from './endpoint-failure.ts';

export interface EndpointAddress {
  /** With its `/v1`. */
  baseUrl: string;
  /** Local servers need none. */
  apiKey: string | undefined;
  timeoutMs: number;
}

/** An answer of more is no answer to one batch. */
const maxAnswerBytes = 64 * 1024 * 1024;

/** One call. @returns its JSON; @throws EndpointFailure; the reason of the caller's signal. */
export async function postJson(
  { baseUrl, apiKey, timeoutMs }: EndpointAddress,
  path: string,
  body: object,
  signal: AbortSignal,
): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const { signal: either, release } = joinSignals(signal, timeout);
  let text: string;
  try {
    const response = await fetch(`${baseUrl.replace(/\/+$/u, '')}${path}`, {
      method: 'POST',
      // A redirect would take the texts and the key to somebody who was not chosen.
      redirect: 'error',
      signal: either,
      headers: {
        'content-type': 'application/json',
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new EndpointFailure(failureOfStatus(response.status), {
        status: response.status,
        retryAfterMs: retryAfterMs(response.headers, Date.now()),
      });
    }
    text = await readBounded(response);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof EndpointFailure) throw error;
    throw new EndpointFailure(timeout.aborted ? 'timeout' : 'unreachable');
  } finally {
    release();
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new EndpointFailure('garbage');
  }
}

async function readBounded(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > maxAnswerBytes) throw new EndpointFailure('garbage');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
