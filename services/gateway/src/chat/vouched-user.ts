import { ExpectedError, type Principal } from '@personate/contracts';
import type { IncomingHttpHeaders } from 'node:http';

/** As long as the request's `user` may be. */
const longest = 512;

/**
 * Nobody is remembered by mistake: only a key that vouches for its users names one. A header that the configuration
 * trusts wins over what the request says, which comes from further away.
 * @throws ExpectedError `chat.user-too-long`: cut off, two users could become one.
 */
export function vouchedUser(
  named: string | null | undefined,
  {
    principal,
    headers,
    userHeader,
  }: { principal: Principal; headers: IncomingHttpHeaders; userHeader: string | undefined },
): string | null {
  if (!principal.vouchesForUser) return null;
  const inHeader = userHeader === undefined ? undefined : headers[userHeader];
  if (userHeader === undefined || typeof inHeader !== 'string' || inHeader.trim() === '')
    return named || null;
  const user = asUtf8(inHeader.trim());
  if (user.length <= longest) return user;
  throw new ExpectedError(
    'invalid',
    'chat.user-too-long',
    `The header ${userHeader} has ${user.length} characters; at most ${longest} name a user.`,
    { fix: 'Let the proxy send a shorter name, such as the account’s id.', param: userHeader },
  );
}

/** Node reads a header as Latin-1; proxies write names as UTF-8. */
function asUtf8(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}
