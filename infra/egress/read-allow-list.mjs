import { isIP } from 'node:net';

/** A host as it is written in a URL, `*.` before it for all names below it, and its port. */
const entryPattern = /^(\*\.)?([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]):([0-9]{1,5})$/;

/**
 * `host:port`, separated by commas.
 * @returns whether a host and port are on the list. @throws Error that names every entry which is none.
 */
export function readAllowList(list) {
  const entries = list
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
  const wrong = entries.filter((entry) => Number(entryPattern.exec(entry)?.[4] ?? 65_536) > 65_535);
  if (wrong.length > 0 || entries.length === 0)
    throw new Error(
      `EGRESS_ALLOW lists hosts as host:port, separated by commas (api.example.org:443, *.example.net:443). ${
        wrong.length > 0 ? `These are none: ${wrong.join(' ')}` : 'It is empty.'
      }`,
    );
  const exact = new Set(entries.filter((entry) => !entry.startsWith('*.')));
  const below = entries
    .filter((entry) => entry.startsWith('*.'))
    .map((entry) => ({ suffix: entry.slice(1, entry.lastIndexOf(':')), port: portOf(entry) }));
  return (host, port) => {
    const name = host.toLowerCase().replace(/\.$/, '');
    return (
      exact.has(`${name}:${port}`) ||
      (isName(name) && below.some((entry) => entry.port === port && name.endsWith(entry.suffix)))
    );
  };
}

/** No address, and no label of it is empty. */
const isName = (host) => isIP(host) === 0 && !host.split('.').includes('');
const portOf = (entry) => Number(entry.slice(entry.lastIndexOf(':') + 1));
