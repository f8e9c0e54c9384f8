import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Balancer {
  url: string;
  close(): Promise<void>;
}

const askEveryMs = 500;
const askMs = 2_000;

/**
 * What stands before gateways in real life, as plain as can be: asks each twice a second whether it is ready, gives
 * each new connection to one that is, and tries the next one where it is refused.
 */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  let ready: readonly number[] = ports;
  let turn = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket
      .setNoDelay(true)
      .on('error', () => undefined)
      .once('close', () => sockets.delete(socket));
  };

  async function look(): Promise<void> {
    const each = await Promise.all(
      ports.map((port) =>
        fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(askMs) }).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    );
    const now = ports.filter((_, i) => each[i]);
    // None is ready: any of them can say why.
    ready = now.length > 0 ? now : ports;
  }
  const timer = setInterval(() => void look(), askEveryMs);

  function pass(client: Socket, left: readonly number[]): void {
    const [port, ...others] = left;
    if (port === undefined) return void client.destroy();
    const server = keep(connect(port, '127.0.0.1'));
    const next = (): void => pass(client, others);
    server.once('error', next);
    server.once('connect', () => {
      server.off('error', next);
      client.pipe(server).pipe(client);
      client.once('close', () => server.destroy());
      server.once('close', () => client.destroy());
    });
  }

  const listener = createServer((client) => {
    keep(client);
    turn += 1;
    const first = turn % ready.length;
    pass(client, [...ready.slice(first), ...ready.slice(0, first)]);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    async close() {
      clearInterval(timer);
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}
