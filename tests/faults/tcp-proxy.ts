import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TcpProxy {
  port: number;
  /** As a cable that is pulled: connections stay, nothing passes, new ones are taken and get no answer. @param only of that kind */
  cut(only?: string): void;
  /** What was held back goes on its way. */
  restore(): void;
  /** New connections go to another server of this machine; those that there are stay. */
  leadTo(targetPort: number): void;
  close(): Promise<void>;
}

/**
 * Between clients and a server of this machine.
 *
 * @param kindOf whose a connection is, by the first that comes on it
 */
export async function startTcpProxy(
  firstTarget: number,
  kindOf: (begins: Buffer) => string = () => '',
): Promise<TcpProxy> {
  let targetPort = firstTarget;
  let isCut = (_kind: string): boolean => false;
  const links = new Set<Link>();
  const listener = createServer((client) => {
    const link = new Link(client, () => targetPort);
    links.add(link);
    client.once('close', () => links.delete(link));
    client.once('data', (begins: Buffer) => {
      client.pause();
      client.unshift(begins);
      link.kind = kindOf(begins);
      if (!isCut(link.kind)) link.flow();
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    cut(only) {
      isCut = (kind) => only === undefined || kind === only;
      for (const link of links) if (link.kind !== null && isCut(link.kind)) link.hold();
    },
    restore() {
      isCut = () => false;
      for (const link of links) if (link.kind !== null) link.flow();
    },
    leadTo(port) {
      targetPort = port;
    },
    async close() {
      for (const link of links) link.end();
      listener.close();
      await once(listener, 'close');
    },
  };
}

class Link {
  /** null until the client has said something: in all that passes here the client begins. */
  kind: string | null = null;
  readonly #client: Socket;
  readonly #targetPort: () => number;
  #server: Socket | undefined;

  constructor(client: Socket, targetPort: () => number) {
    this.#client = client.on('error', () => undefined).setNoDelay(true);
    this.#targetPort = targetPort;
    client.once('close', () => this.#server?.destroy());
  }

  flow(): void {
    if (this.#client.destroyed) return;
    if (this.#server === undefined) {
      this.#server = connect(this.#targetPort(), '127.0.0.1').setNoDelay(true);
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
