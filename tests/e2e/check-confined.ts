import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { Compose, Inspected } from './compose.ts';
import { docker } from './engine.ts';

const services = ['gateway', 'ingestion', 'evolution', 'postgres', 'redis', 'qdrant'];

/** No root, nothing to write to, no capability, a bound on memory and processors; and only the gateway is reached. */
export async function checkConfined(cluster: Compose, project: string): Promise<void> {
  const running = (await cluster.containers()).filter(({ state }) => state === 'running');
  assert.ok(running.length >= 5, `only ${running.length} containers run`);
  for (const { name, service } of running) {
    assert.ok(services.includes(service), `${service} is not known to this check`);
    const one = await cluster.inspect(name);
    checkLimits(name, one);
    assert.notEqual(await uidOf(name), '0', `${name} runs as root`);
    const published = Object.entries(one.NetworkSettings.Ports).flatMap(([port, to]) =>
      (to ?? []).map(({ HostIp }) => `${port} on ${HostIp}`),
    );
    assert.deepEqual(published, service === 'gateway' ? ['8787/tcp on 127.0.0.1'] : [], name);
    const networks = Object.keys(one.NetworkSettings.Networks).map((network) =>
      network.replace(`${project}_`, ''),
    );
    assert.deepEqual(
      networks.toSorted(),
      service === 'gateway' ? ['data', 'edge'] : ['data'],
      name,
    );
  }
  const { Internal } = (
    JSON.parse(await docker(['network', 'inspect', `${project}_data`])) as Array<{
      Internal: boolean;
    }>
  )[0] ?? { Internal: false };
  assert.ok(Internal, 'the network of the stores leads outside');
}

function checkLimits(name: string, { Config, HostConfig }: Inspected): void {
  assert.ok(
    Config.User !== '' && !/^(0|root)(:|$)/.test(Config.User),
    `${name}: user ${Config.User}`,
  );
  assert.ok(HostConfig.ReadonlyRootfs, `${name} may write to its image`);
  assert.ok(!HostConfig.Privileged, `${name} is privileged`);
  assert.deepEqual(HostConfig.CapDrop, ['ALL'], `${name} keeps capabilities`);
  assert.equal((HostConfig.CapAdd ?? []).length, 0, `${name} is given capabilities`);
  assert.ok(
    HostConfig.SecurityOpt?.some((option) => option.startsWith('no-new-privileges')),
    name,
  );
  assert.ok(HostConfig.Memory > 0, `${name} has no bound on its memory`);
  assert.ok(HostConfig.NanoCpus > 0, `${name} has no bound on its processors`);
}

const uidOf = async (name: string): Promise<string> =>
  (await docker(['exec', name, 'id', '-u'])).trim();

const outside = { host: '1.1.1.1', port: 443 };

/** Nothing that runs in the cluster gets out. @returns what that shows: where this machine gets nowhere either, little. */
export async function checkNoWayOut(containers: readonly string[]): Promise<string> {
  for (const name of containers) {
    const said = await docker([
      'exec',
      name,
      'node',
      '-e',
      `const s = require('node:net').connect(${JSON.stringify(outside)});
       const end = (word) => { console.log(word); process.exit(); };
       s.on('connect', () => end('reached')); s.on('error', () => end('refused')); setTimeout(() => end('nothing'), 3000);`,
    ]);
    assert.notEqual(said.trim(), 'reached', `${name} reaches addresses outside`);
  }
  return (await reaches())
    ? 'this machine does'
    : 'but this machine reaches no address outside either';
}

function reaches(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(outside);
    const end = (reached: boolean) => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
    socket.setTimeout(3_000, () => end(false));
  });
}

/** What was minted stands in no setting, argument, label or log. @returns how many secrets were looked for. */
export async function checkSecrets(cluster: Compose): Promise<number> {
  const kept = await cluster.compose(
    ['run', '--rm', '--no-deps', '-T', 'secrets', 'cat', '/secrets/root/secrets.json'],
    120_000,
  );
  const secrets = Object.entries(JSON.parse(kept) as Record<string, string>);
  const places: Array<[string, string]> = [['the logs', await cluster.logs()]];
  for (const { name } of await cluster.containers())
    places.push([name, await docker(['inspect', name])]);
  for (const [secret, value] of secrets)
    for (const [place, text] of places)
      assert.ok(!text.includes(value), `${place} tells the secret ${secret}`);
  return secrets.length;
}
