import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TcpProxy {
  port: number;
  /** As a cable that is pulled: connections stay, nothing passes, new ones are taken and get no answer. */
  cut(): void;
  /** What was held back goes on its way. */
  restore(): void;
  close(): Promise<void>;
}

/** Between a client and a server of this machine. */
export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  let isCut = false;
  const links = new Set<Link>();
  const listener = createServer((client) => {
    const link = new Link(client, targetPort);
    links.add(link);
    client.once('close', () => links.delete(link));
    if (!isCut) link.flow();
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    cut() {
      isCut = true;
      for (const link of links) link.hold();
    },
    restore() {
      isCut = false;
      for (const link of links) link.flow();
    },
    async close() {
      for (const link of links) link.end();
      listener.close();
      await once(listener, 'close');
    },
  };
}

class Link {
  readonly #client: Socket;
  readonly #targetPort: number;
  #server: Socket | undefined;

  constructor(client: Socket, targetPort: number) {
    this.#client = client.on('error', () => undefined).setNoDelay(true);
    this.#targetPort = targetPort;
    client.pause();
    client.once('close', () => this.#server?.destroy());
  }

  flow(): void {
    if (this.#client.destroyed) return;
    if (this.#server === undefined) {
      this.#server = connect(this.#targetPort, '127.0.0.1').setNoDelay(true);
      this.#server.on('error', () => undefined);
      this.#server.once('close', () => this.#client.destroy());
    }
    this.#client.pipe(this.#server);
    this.#server.pipe(this.#client);
  }

  hold(): void {
    this.#client.unpipe();
    this.#client.pause();
    this.#server?.unpipe();
    this.#server?.pause();
  }

  end(): void {
    this.#client.destroy();
    this.#server?.destroy();
  }
}
