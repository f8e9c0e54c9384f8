import { joinSignals } from '@personate/contracts';
import { z } from 'zod';
import { endpointError, failureOf, failureOfStatus } from './map-endpoint-error.ts';

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })) });
const maxModels = 500;

export interface CheckEndpointInput {
  baseUrl: string;
  apiKey?: string;
  /** Default 3,000. */
  timeoutMs?: number;
}

/**
 * The models that the endpoint lists.
 * @throws ExpectedError `model.timeout`, `model.unavailable`, `model.refused`, `model.throttled`, `model.garbage`.
 */
export async function checkEndpoint(
  input: CheckEndpointInput,
  signal: AbortSignal,
): Promise<string[]> {
  const { baseUrl, apiKey, timeoutMs = 3_000 } = input;
  const deadline = AbortSignal.timeout(timeoutMs);
  const { signal: either, release } = joinSignals(signal, deadline);
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(`${baseUrl.replace(/\/+$/u, '')}/models`, {
      headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
      signal: either,
      redirect: 'error',
    });
    body = response.ok ? await response.json() : undefined;
  } catch (error) {
    signal.throwIfAborted();
    throw endpointError(deadline.aborted ? 'timeout' : failureOf(error, false), baseUrl);
  } finally {
    release();
  }
  if (!response.ok) throw endpointError(failureOfStatus(response.status), baseUrl, response.status);
  const parsed = modelsSchema.safeParse(body);
  if (!parsed.success) throw endpointError('garbage', baseUrl);
  return parsed.data.data.slice(0, maxModels).map(({ id }) => id);
}
