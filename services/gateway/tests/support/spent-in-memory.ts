import type { SpentLogins } from '../../src/sessions.ts';

/** What several gateways would ask the records. */
export function spentInMemory(): SpentLogins {
  const spent = new Set<string>();
  return {
    spend: (login) => Promise.resolve(spent.size < spent.add(login).size),
    isSpent: (login) => Promise.resolve(spent.has(login)),
  };
}
