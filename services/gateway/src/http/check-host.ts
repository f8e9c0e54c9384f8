import { ExpectedError } from '@personate/contracts';

export interface HostRule {
  /** Names beside loopback's, in lower case; one with a port, or a range of them, is for that only. */
  allowedHosts: readonly string[];
  /** The port we listen on; null before that. */
  port: number | null;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const hostPattern = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::([0-9]{1,5}))?$/;

/**
 * Whether a Host header is one of ours. A page of another name that resolves to our address (DNS rebinding)
 * still sends its own name, so names are an allow list.
 */
export function hostAllowed(host: string | undefined, rule: HostRule, defaultPort = 80): boolean {
  const match = hostPattern.exec((host ?? '').toLowerCase());
  const name = match?.[1];
  if (match === null || name === undefined) return false;
  const port = match[2] === undefined ? defaultPort : Number(match[2]);
  if (loopback.has(name) && (rule.port === null || rule.port === port)) return true;
  return rule.allowedHosts.some((entry) => names(entry, { name, port }));
}

const entryPattern = /^(\[[0-9a-f:.]+\]|[^:]+)(?::([0-9]{1,5})(?:-([0-9]{1,5}))?)?$/;

function names(entry: string, { name, port }: { name: string; port: number }): boolean {
  const [, ofName, from, to = from] = entryPattern.exec(entry) ?? [];
  if (ofName !== name) return false;
  return from === undefined || (port >= Number(from) && port <= Number(to));
}

/** Whether an Origin header names a page of ours; `null` and foreign schemes do not. */
export function originAllowed(origin: string, rule: HostRule): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return hostAllowed(host, rule, protocol === 'https:' ? 443 : 80);
}

/** @throws ExpectedError `host.not-allowed`, `origin.not-allowed`. */
export function checkHost(
  headers: { host?: string | undefined; origin?: string | undefined },
  rule: HostRule,
): void {
  if (!hostAllowed(headers.host, rule)) {
    throw new ExpectedError(
      'forbidden',
      'host.not-allowed',
      'This server does not answer to the name in the Host header.',
      {
        fix: 'Call it as localhost with its port, or add the name to PERSONATE_ALLOWED_HOSTS and start it again.',
      },
    );
  }
  if (headers.origin !== undefined && !originAllowed(headers.origin, rule)) {
    throw new ExpectedError(
      'forbidden',
      'origin.not-allowed',
      'Pages of this origin may not call this server.',
      { fix: 'Call it from its own console, or add the page’s host to PERSONATE_ALLOWED_HOSTS.' },
    );
  }
}
