import { urlOfEachServer } from '@personate/contracts';
import { Redis, type RedisOptions } from 'ioredis';

/** So that the system asks on an idle connection whether the other end is there, after seconds instead of hours. */
const keepAliveMs = 10_000;

const always = {
  // Without the limit's removal a worker's blocking command would fail while Redis restarts.
  maxRetriesPerRequest: null,
  lazyConnect: true,
  keepAlive: keepAliveMs,
  // A primary that became a replica keeps its connections: by a new one the address leads to who is primary now, and
  // the command (2) is sent again there.
  reconnectOnError: (error) => (error.message.includes('READONLY') ? 2 : false),
} satisfies RedisOptions;

/**
 * @param url `redis://`, `rediss://`, or `redis+sentinel://user:password@host:26379,host:26379/name` (`rediss+sentinel:`),
 * where Sentinel says who is primary; `?sentinelPassword=` where it asks for one of its own
 */
export function openRedis(url: string): Redis {
  return /^rediss?\+sentinel:/.test(url)
    ? new Redis({ ...always, ...bySentinels(url) })
    : new Redis(url, always);
}

function bySentinels(url: string): RedisOptions {
  const each = urlOfEachServer(url).map((one) => new URL(one));
  const [{ username, password, pathname, searchParams, protocol }] = each as [URL, ...URL[]];
  const [name = '', db = '0'] = pathname.slice(1).split('/');
  const sentinelPassword = searchParams.get('sentinelPassword');
  return {
    sentinels: each.map(({ hostname, port }) => ({
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(port || 26_379),
    })),
    name: decodeURIComponent(name),
    db: Number(db),
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(sentinelPassword === null ? {} : { sentinelPassword }),
    ...(protocol.startsWith('rediss') ? { tls: {}, enableTLSForSentinelMode: true } : {}),
  };
}
