/** A scheme, who logs in, the servers, and what follows; a password may hold what its server's name may not. */
const parts = /^([a-z+]+:\/\/(?:[^/?#]*@)?)([^/?#@]*)(.*)$/su;

/**
 * One URL for each server that a store's URL names, in its order: `postgres://me@one:5432,two:5432/name` names two. Where
 * it names one it is returned as it is.
 */
export function urlOfEachServer(url: string): string[] {
  const [, before = '', servers = '', after = ''] = parts.exec(url) ?? [];
  if (!servers.includes(',')) return [url];
  return servers.split(',').map((server) => `${before}${server}${after}`);
}
