import { BlockList } from 'node:net';
import type { Policy, Workload } from './chart.ts';

type Labels = Readonly<Record<string, string>>;
/** A pod of the release, or an IPv4 address that is none of its pods. */
export type End = { labels: Labels } | { address: string };

interface Selector {
  matchLabels: Labels;
  matchExpressions?: ReadonlyArray<{ key: string; values: readonly string[] }>;
}

const selects = ({ matchLabels, matchExpressions = [] }: Selector, labels: Labels): boolean =>
  Object.entries(matchLabels).every(([name, value]) => labels[name] === value) &&
  matchExpressions.every(({ key, values }) => values.includes(labels[key] ?? ''));

/**
 * Whether NetworkPolicies let a connection through, as Kubernetes has it: a pod that a policy of a direction selects is
 * closed in it, but for what any such policy names.
 */
export function letsThrough(
  policies: readonly Policy[],
  { from, to, port }: { from: End; to: End; port: number },
): boolean {
  const out = 'address' in from || opens(policies, 'Egress', from.labels, to, port);
  const into = 'address' in to || opens(policies, 'Ingress', to.labels, from, port);
  return out && into;
}

function opens(
  policies: readonly Policy[],
  type: 'Ingress' | 'Egress',
  own: Labels,
  other: End,
  port: number,
): boolean {
  const those = policies.filter(
    ({ podSelector, policyTypes }) => policyTypes.includes(type) && selects(podSelector, own),
  );
  if (those.length === 0) return true;
  return those.some(({ ingress, egress }) => {
    const rules =
      type === 'Ingress'
        ? ingress.map(({ from: peers, ports }) => ({ peers, ports }))
        : egress.map(({ to: peers, ports }) => ({ peers, ports }));
    return rules.some(
      ({ peers, ports }) =>
        (ports?.some((rule) => rule.port === port) ?? true) &&
        (peers?.some((peer) => isMeant(peer, other)) ?? true),
    );
  });
}

type Peer = NonNullable<Policy['ingress'][number]['from']>[number];

function isMeant(peer: Peer, end: End): boolean {
  if ('labels' in end)
    return (
      peer.namespaceSelector === undefined &&
      peer.podSelector !== undefined &&
      selects(peer.podSelector, end.labels)
    );
  if (peer.ipBlock === undefined || peer.ipBlock.cidr.includes(':')) return false;
  const inside = (ranges: readonly string[]): boolean => {
    const list = new BlockList();
    for (const range of ranges) {
      const [network = '', prefix] = range.split('/');
      list.addSubnet(network, Number(prefix), 'ipv4');
    }
    return list.check(end.address, 'ipv4');
  };
  return inside([peer.ipBlock.cidr]) && !inside(peer.ipBlock.except);
}

/** Every pod of a part, as one end of a connection. */
export function endOf(workloads: readonly Workload[], part: string): End {
  const found = workloads.find((one) => one.part === part);
  if (found === undefined) throw new Error(`the chart has no ${part}`);
  return { labels: found.labels };
}
