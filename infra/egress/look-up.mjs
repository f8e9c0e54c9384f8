import { lookup as resolve } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** The machine itself, its neighbours by link, the metadata services of clouds among them, and nobody. */
const inside = [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 4],
  ['255.255.255.255', 32],
  ['::', 128],
  ['::1', 128],
  ['fe80::', 10],
  ['ff00::', 8],
];
/** It stands for the machine that the containers run on: who lists it means that. */
const meant = 'host.docker.internal';

/** What a name resolves to where that lies inside: it is not what the list names. */
export class LeadsInside extends Error {}

/**
 * Resolves names, as `lookup` of a connection; those that lead inside fail with `LeadsInside`, whoever answered so. What is
 * an address on the list is connected to without it.
 * @param ownNetworks closed: the networks that this process stands in are inside too
 */
export function openLookup({ ownNetworks, networks = networkInterfaces, resolveName = resolve }) {
  const refused = new BlockList();
  for (const [address, bits] of inside) refused.addSubnet(address, bits, familyOf(address));
  if (ownNetworks === 'closed')
    for (const { cidr } of Object.values(networks()).flat()) {
      const [address, bits] = (cidr ?? '').split('/');
      if (isIP(address) !== 0) refused.addSubnet(address, Number(bits), familyOf(address));
    }
  return (host, options, done) =>
    resolveName(host, options, (error, found, family) => {
      if (error || host.toLowerCase().replace(/\.$/, '') === meant)
        return done(error, found, family);
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      // BlockList knows an IPv4 address within an IPv6 one by itself.
      const wrong = addresses.find((address) => refused.check(address, familyOf(address)));
      if (wrong === undefined) return done(null, found, family);
      done(new LeadsInside(`${host} leads to ${wrong}, which is inside`));
    });
}

const familyOf = (address) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
