import type { Config } from '@personate/chassis';
import { ExpectedError } from '@personate/contracts';
import type { buildGateway } from '@personate/gateway';

/** @returns the address that this machine reaches it by. @throws ExpectedError `server.port-busy`, `server.port-forbidden`, `server.host-unknown`. */
export async function listen(
  app: Awaited<ReturnType<typeof buildGateway>>['app'],
  config: Config,
): Promise<string> {
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES') {
      throw new ExpectedError(
        'unavailable',
        code === 'EADDRINUSE' ? 'server.port-busy' : 'server.port-forbidden',
        code === 'EADDRINUSE'
          ? `Port ${config.port} on ${config.host} is taken by another program.`
          : `This user may not listen on port ${config.port}.`,
        {
          fix: `Stop that program, or choose another port: PERSONATE_PORT=${config.port + 1} npm start`,
          cause: error,
        },
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new ExpectedError(
        'invalid',
        'server.host-unknown',
        `This machine has no address ${config.host}.`,
        {
          fix: 'Set PERSONATE_HOST to 127.0.0.1, or to an address of this machine.',
          cause: error,
        },
      );
    }
    throw error;
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
