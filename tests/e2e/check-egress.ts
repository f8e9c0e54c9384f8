import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { docker } from './engine.ts';

/** A server on this machine, where containers reach it and nobody else. */
async function startTarget(): Promise<{ port: number; stop(): void }> {
  const address = (
    await docker(['network', 'inspect', 'bridge', '--format', '{{(index .IPAM.Config 0).Gateway}}'])
  ).trim();
  const server = createServer((_, outgoing) => outgoing.end('reached'));
  await new Promise<void>((done, failed) => {
    server.once('error', failed).listen(0, address, done);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => server.close() };
}

const program = `fetch(process.argv[1], { signal: AbortSignal.timeout(8000) })
  .then(async (r) => r.status + ' ' + (await r.text()), (e) => 'failed ' + (e.cause?.message ?? e.message))
  .then((said) => process.stdout.write(said))`;

/** From within a container, as its program would ask: by the way out that it was told of, or past it. */
async function ask(container: string, url: string, past = false): Promise<string> {
  const env = past ? ['-e', 'NODE_USE_ENV_PROXY='] : [];
  return docker(['exec', ...env, container, 'node', '-e', program, url]);
}

/**
 * What is listed is reached from the gateway and ingestion, what is not is refused, nothing goes past the proxy.
 * @param reopen brings the cluster up with that list
 */
export async function checkEgress(
  reopen: (allow: string) => Promise<void>,
  running: (service: string) => Promise<string[]>,
): Promise<void> {
  const [listed, other] = [await startTarget(), await startTarget()];
  try {
    const host = 'host.docker.internal';
    await reopen(`${host}:${listed.port}`);
    for (const service of ['gateway', 'ingestion']) {
      const [name = ''] = await running(service);
      const at = (port: number): string => `http://${host}:${port}/`;
      assert.equal(await ask(name, at(listed.port)), '200 reached', `${service}, what is listed`);
      assert.match(await ask(name, at(other.port)), /^403|^failed/, `${service}, what is not`);
      assert.match(await ask(name, at(listed.port), true), /^failed/, `${service}, past the proxy`);
    }
    const [evolution = ''] = await running('evolution');
    assert.match(await ask(evolution, `http://${host}:${listed.port}/`), /^failed/, 'evolution');
  } finally {
    listed.stop();
    other.stop();
  }
}
