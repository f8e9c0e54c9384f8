import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** An address that leads to another server from one moment on, as that of a managed database does. */
export async function openMovingAddress(to: string) {
  const sockets = new Set<Socket>();
  let port = Number(new URL(to).port);
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const [from, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.once('close', () => {
        sockets.delete(from);
        other.destroy();
      });
      from.on('error', () => undefined).pipe(other);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    /** Connections that there are stay where they lead. */
    leadTo(other: string) {
      port = Number(new URL(other).port);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
