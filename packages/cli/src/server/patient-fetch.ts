import type { Agent } from 'undici';

let agent: Agent | undefined;

/**
 * Node's fetch gives a call up of which no header has come within five minutes, whatever its caller would wait: a model
 * on a processor takes longer to draft a persona. The client keeps its own time.
 */
export const patientFetch: typeof fetch = async (address, init) => {
  // What is read comes soon, and an upload is a form of Node's own.
  if (init?.method !== 'POST' || init.body instanceof FormData) return fetch(address, init);
  const undici = await import('undici');
  agent ??= new undici.Agent({ headersTimeout: 0, bodyTimeout: 0 });
  const patient = undici.fetch as unknown as (
    to: typeof address,
    how: Omit<RequestInit, 'dispatcher'> & { dispatcher: Agent },
  ) => Promise<Response>;
  const { dispatcher: _, ...how } = init;
  return patient(address, { ...how, dispatcher: agent });
};
