import { ExpectedError } from '@personate/contracts';

/** What the client's constructor takes: it would drop a path, and take 6333 for the ports 443 and 80. */
export interface QdrantAddress {
  url: string;
  port: number;
  prefix?: string;
  /** Host and port, for people to read. */
  shown: string;
}

const defaultPort = 6333;

/**
 * @param url without a port, 6333 is meant, as everywhere in Qdrant's world
 * @throws ExpectedError `knowledge.store-address` for what is no http(s) URL, or carries a user's name or a query
 */
export function qdrantAddress(url: string): QdrantAddress {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol))
    throw wrongAddress('It must begin with http:// or https://.');
  if (parsed.username !== '' || parsed.password !== '' || parsed.search !== '' || parsed.hash)
    throw wrongAddress('It must hold no user name, password, query or fragment.');
  // URL drops the port that its protocol stands for anyway.
  const explicit = /^https?:\/\/(?:\[[^\]]*\]|[^/:?#]*):(\d+)/i.exec(url.trim())?.[1];
  const port = explicit === undefined ? defaultPort : Number(explicit);
  const prefix = parsed.pathname.replace(/\/+$/, '');
  return {
    url: `${parsed.protocol}//${parsed.hostname}`,
    port,
    ...(prefix === '' ? {} : { prefix }),
    shown: `${parsed.hostname}:${port}${prefix}`,
  };
}

function wrongAddress(why: string): ExpectedError {
  return new ExpectedError(
    'invalid',
    'knowledge.store-address',
    `That is no address of a Qdrant. ${why}`,
    {
      fix: 'Set QDRANT_URL to something like http://127.0.0.1:6333 and the key apart, in QDRANT_API_KEY.',
    },
  );
}
