import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { connect, isIP, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import getPort from 'get-port';
import { openLookup } from '../infra/egress/look-up.mjs';

const program = resolve(import.meta.dirname, '../infra/egress/main.mjs');
const children: ChildProcess[] = [];
const servers: Server[] = [];

/** A server that says what it was asked. */
async function startTarget(): Promise<number> {
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then((body) =>
      outgoing.end(`${incoming.method} ${incoming.url} ${incoming.headers.host} ${body}`),
    );
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

async function startProxy(allow: string): Promise<number> {
  const port = await getPort({ host: '127.0.0.1' });
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], EGRESS_ALLOW: allow, EGRESS_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
  return port;
}

/** What comes back over a tunnel, its refusal or the answer of whoever is at its end. */
async function tunnel(proxy: number, target: string): Promise<string> {
  const socket = connect(proxy, '127.0.0.1');
  socket.write(`CONNECT ${target} HTTP/1.1\r\nhost: ${target}\r\n\r\n`);
  const [first] = (await once(socket, 'data')) as [Buffer];
  if (!first.toString().startsWith('HTTP/1.1 200')) {
    socket.destroy();
    return first.toString();
  }
  socket.write(`GET /told HTTP/1.1\r\nhost: ${target}\r\nconnection: close\r\n\r\n`);
  return text(socket);
}

/** A plain request, as a client sends it to a proxy. */
async function forward(
  proxy: number,
  url: string,
  body = '',
): Promise<{ status: number; said: string }> {
  const asked = request({ port: proxy, path: url, method: 'POST' }).end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, said: await text(response) };
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) server.close();
});

describe('what a listed name leads to', () => {
  const look = (host: string, addresses: string[], ownNetworks?: string) =>
    new Promise<string>((done) => {
      const lookup = openLookup({
        ownNetworks,
        networks: () => ({ eth0: [{ cidr: '172.20.0.3/16' }] }),
        resolveName: (_, __, told) =>
          told(
            null,
            addresses.map((address) => ({ address, family: isIP(address) })),
          ),
      });
      lookup(host, { all: true }, (error) => done(error?.message ?? 'followed'));
    });

  it.each(['127.0.0.2', '169.254.169.254', '0.0.0.0', '::1', 'fe80::1', '::ffff:127.0.0.1'])(
    'is refused where it is %s, also as one of several',
    async (address) => {
      expect(await look('a.example.org', ['192.0.2.7', address])).toContain('is inside');
    },
  );

  it('is refused in a network of the proxy where those are closed, and followed elsewhere', async () => {
    expect(await look('a.example.org', ['172.20.0.9'], 'closed')).toContain('is inside');
    expect(await look('a.example.org', ['172.20.0.9'])).toBe('followed');
    expect(await look('llm.lan', ['192.168.1.7'], 'closed')).toBe('followed');
  });

  it('is the machine of the containers where its own name says so', async () => {
    expect(await look('host.docker.internal', ['172.20.0.1'], 'closed')).toBe('followed');
  });
});

describe('the way out of the cluster', () => {
  it('leads to the hosts that are listed, by tunnel and by plain HTTP, with body and name', async () => {
    const target = await startTarget();
    const proxy = await startProxy(`127.0.0.1:${target}, *.example.org:443`);
    expect(await tunnel(proxy, `127.0.0.1:${target}`)).toContain(`GET /told 127.0.0.1:${target}`);
    expect(await forward(proxy, `http://127.0.0.1:${target}/v1?q=1`, 'words')).toEqual({
      status: 200,
      said: `POST /v1?q=1 127.0.0.1:${target} words`,
    });
  });

  it('leads nowhere else: not to another port, name or address of what is listed', async () => {
    const target = await startTarget();
    const other = await startTarget();
    const proxy = await startProxy(`localhost:${target},*.example.org:443`);
    for (const refused of [
      `localhost:${other}`,
      `127.0.0.1:${target}`,
      'example.org:443',
      'notexample.org:443',
      'a.example.org:444',
      '169.254.169.254:80',
    ]) {
      expect(await tunnel(proxy, refused)).toMatch(/^HTTP\/1.1 403 .*is not on the list/s);
      const { status } = await forward(proxy, `http://${refused}/`);
      expect(status).toBe(403);
    }
  });

  it('follows no listed name that leads inside', async () => {
    const target = await startTarget();
    const proxy = await startProxy(`localhost:${target}`);
    expect(await tunnel(proxy, `localhost:${target}`)).toMatch(/^HTTP\/1.1 403 .*leads inside/s);
    expect(await forward(proxy, `http://localhost:${target}/`)).toMatchObject({ status: 403 });
  });

  it('takes a name below a listed one only where it is a name', async () => {
    const proxy = await startProxy('*.example.org:443,*.0.0.1:443');
    for (const refused of ['.example.org:443', 'a..example.org:443', '127.0.0.1:443'])
      expect(await tunnel(proxy, refused)).toMatch(/^HTTP\/1.1 40[03] /);
  });

  it('says of a host that is listed and away that it cannot be reached', async () => {
    const gone = await getPort({ host: '127.0.0.1' });
    const proxy = await startProxy(`127.0.0.1:${gone}`);
    expect(await tunnel(proxy, `127.0.0.1:${gone}`)).toMatch(/^HTTP\/1.1 502 .*cannot be reached/s);
    expect(await forward(proxy, `http://127.0.0.1:${gone}/`)).toMatchObject({ status: 502 });
  });

  it('does not open for a list with entries that are none, and names each', async () => {
    const child = spawn(process.execPath, [program], {
      env: { EGRESS_ALLOW: 'api.example.org, https://b.example.org:443, c.example.org:70000, d:1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    children.push(child);
    const said = await text(child.stderr);
    expect(said).toContain('api.example.org https://b.example.org:443 c.example.org:70000');
    expect(said).not.toContain('d:1');
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(1);
  });
});
