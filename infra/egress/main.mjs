// The one way out of the cluster. EGRESS_ALLOW lists what may be reached; EGRESS_PORT is where it listens (3128).
// EGRESS_OWN_NETWORKS=closed: no listed name leads into the networks that it stands in itself.
import { openLookup } from './look-up.mjs';
import { openProxy } from './open-proxy.mjs';
import { readAllowList } from './read-allow-list.mjs';

const log = (msg, fields) =>
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), name: 'egress', msg, ...fields })}\n`,
  );
try {
  const server = openProxy({
    allows: readAllowList(process.env.EGRESS_ALLOW ?? ''),
    lookup: openLookup({ ownNetworks: process.env.EGRESS_OWN_NETWORKS }),
    log,
  });
  server.listen(Number(process.env.EGRESS_PORT ?? 3128), () => log('proxy listens', {}));
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.on(signal, () => {
      server.close();
      // What still flows has a few seconds to end; nobody waits for a client that keeps its connection.
      setTimeout(() => process.exit(0), 5_000).unref();
      server.closeIdleConnections();
    });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
