import { checkEndpoint } from './check-endpoint.ts';

export interface LocalModels {
  server: string;
  /** To be set as `OPENAI_BASE_URL`. */
  baseUrl: string;
  models: string[];
}

const usualPlaces = [
  { server: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1' },
  { server: 'LM Studio', baseUrl: 'http://127.0.0.1:1234/v1' },
  { server: 'llama.cpp', baseUrl: 'http://127.0.0.1:8080/v1' },
] as const;

/**
 * Model servers on this machine at their usual ports, for a suggestion only: nothing is ever sent to them
 * unless the operator sets them. Takes about the time-out (default 300 ms) at most; never throws.
 */
export async function findLocalModels(
  input: {
    timeoutMs?: number;
    places?: ReadonlyArray<{ server: string; baseUrl: string }>;
  } = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<LocalModels[]> {
  const { timeoutMs = 300, places = usualPlaces } = input;
  const found = await Promise.allSettled(
    places.map(async ({ server, baseUrl }) => ({
      server,
      baseUrl,
      models: await checkEndpoint({ baseUrl, timeoutMs }, signal),
    })),
  );
  return found.flatMap((place) => (place.status === 'fulfilled' ? [place.value] : []));
}
