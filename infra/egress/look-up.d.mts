import type { LookupFunction } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';

export class LeadsInside extends Error {}
export function openLookup(parts: {
  ownNetworks?: string | undefined;
  networks?: () => Record<string, Array<Pick<NetworkInterfaceInfo, 'cidr'>>>;
  resolveName?: LookupFunction;
}): LookupFunction;
