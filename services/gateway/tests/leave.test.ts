import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { buildGateway } from '../src/build-gateway.ts';
import { bareDeps, bearer, scopedKeys, testConfig } from './support/bare-deps.ts';

/** As the setting's default: clients that look every so often have noticed by then, on a busy machine too. */
const drainMs = 3_000;
const askEveryMs = 50;
/** After the drain: its own connections are all that it could wait for. */
const closeMs = 5_000;
const headers = bearer(scopedKeys.admin);

const apps: FastifyInstance[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

/** One that takes a while for each answer. */
async function listen() {
  const { app, drain } = await buildGateway(
    bareDeps({
      async diagnose() {
        await pause(20);
        return [];
      },
    }),
    { ...testConfig, closingGraceMs: 20_000 },
  );
  apps.push(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { app, drain, port, url: `http://127.0.0.1:${port}` };
}

/** A client that keeps its connections, as SDKs do. */
function ask(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    }).once('error', reject);
  });
}

describe('a gateway that takes its leave while another one serves', () => {
  it('fails no request of clients that go where it is ready, and waits for no idle, silent or kept connection', async () => {
    const [first, second] = [await listen(), await listen()];
    const agent = new Agent({ keepAlive: true });
    let ready = [first, second];
    let isOver = false;
    const failures: unknown[] = [];
    let answered = 0;
    const look = async (): Promise<void> => {
      const probes = new Agent();
      while (!isOver) {
        const each = await Promise.all(
          [first, second].map(({ url }) => ask(`${url}/health/ready`, probes).catch(() => 0)),
        );
        ready = [first, second].filter((_, i) => each[i] === 200);
        await pause(askEveryMs);
      }
    };
    const talk = async (from: number): Promise<void> => {
      for (let n = from; !isOver; n += 1) {
        const { url = '' } = ready[n % ready.length] ?? {};
        const status = await ask(`${url}/v1/diagnosis`, agent).catch((error: unknown) => error);
        if (status === 200) answered += 1;
        else failures.push(status);
      }
    };
    const silent = connect(first.port, '127.0.0.1');
    sockets.push(silent);
    await once(silent, 'connect');
    const kept = new Agent({ keepAlive: true });
    await ask(`${first.url}/health/live`, kept);
    const load = [look(), ...[0, 1, 2].map(talk)];

    const before = performance.now();
    await first.drain(drainMs);
    await first.app.close();
    const tookMs = performance.now() - before;
    apps.splice(apps.indexOf(first.app), 1);
    const answeredTillThen = answered;
    await expect(ask(`${second.url}/v1/diagnosis`, agent)).resolves.toBe(200);
    isOver = true;
    await Promise.all(load);
    agent.destroy();
    kept.destroy();
    expect(failures).toEqual([]);
    expect(answeredTillThen).toBeGreaterThan(10);
    expect(tookMs).toBeLessThan(drainMs + closeMs);
  });
});
