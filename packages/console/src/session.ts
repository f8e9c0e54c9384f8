import { PersonateError } from '@personate/client';
import { client } from './client.ts';

/** What keeps somebody out: `login` where they have none yet, else what went wrong; null when they are in. */
export type Arrival = null | 'login' | Error;

/** A token in the fragment never reaches a server's log; it is taken out of the address at once. */
function takeToken(): string | null {
  const token = /[#&]token=([^&]+)/.exec(location.hash)?.[1];
  if (token === undefined) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    return decodeURIComponent(token);
  } catch {
    // Half of a link: the server says that it is no good.
    return token;
  }
}

/** Logs in by the address's token where it has one. Call it once for an address: a token is for one use. */
export async function arrive(): Promise<Arrival> {
  const token = takeToken();
  const refused =
    token === null ? null : await client.session.logIn(token).then(() => 'in' as const, asError);
  if (refused === 'in') return null;
  const known = await client.session.get().catch(asError);
  // Whoever is in already stays in, whatever the link was worth.
  if (!(known instanceof Error)) return null;
  if (refused !== null) return refused;
  return isLoggedOut(known) ? 'login' : known;
}

/** Told again for each login link that is opened in this tab: only the fragment changes, so the page does not load. */
export function onLoginLink(tell: (arrival: Arrival) => void): () => void {
  const look = () => {
    if (/[#&]token=/.test(location.hash)) void arrive().then(tell);
  };
  addEventListener('hashchange', look);
  return () => removeEventListener('hashchange', look);
}

export const isLoggedOut = (error: unknown) =>
  error instanceof PersonateError && error.status === 401;

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));
