import { createServer } from 'node:net';
import type { Config } from '@personate/chassis';
import { ExpectedError } from '@personate/contracts';
import type { buildGateway } from './build-gateway.ts';

type Address = Pick<Config, 'host' | 'port'>;

/**
 * Whether the port is free, before anything is opened that takes seconds. Somebody may still take it in between:
 * then `listen` says so.
 * @throws ExpectedError `server.port-busy`, `server.port-forbidden`, `server.host-unknown`.
 */
export async function checkPort({ host, port }: Address): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen({ host, port }, resolve);
    });
  } catch (error) {
    throw refusalOf(error, { host, port });
  }
  await new Promise((resolve) => server.close(resolve));
}

/** @returns the address that this machine reaches it by. @throws as checkPort. */
export async function listen(
  app: Awaited<ReturnType<typeof buildGateway>>['app'],
  config: Address,
): Promise<string> {
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    throw refusalOf(error, config);
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What a person can do about it; what nobody foresaw comes through as it is. */
function refusalOf(cause: unknown, { host, port }: Address): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE' || code === 'EACCES') {
    const busy = code === 'EADDRINUSE';
    return new ExpectedError(
      'unavailable',
      busy ? 'server.port-busy' : 'server.port-forbidden',
      busy
        ? `Port ${port} on ${host} is taken by another program.`
        : `This user may not listen on port ${port}.`,
      {
        fix: `Stop that program, or choose another port: PERSONATE_PORT=${port + 1} npm start`,
        cause,
      },
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new ExpectedError(
      'invalid',
      'server.host-unknown',
      `This machine has no address ${host}.`,
      { fix: 'Set PERSONATE_HOST to 127.0.0.1, or to an address of this machine.', cause },
    );
  }
  return cause;
}
