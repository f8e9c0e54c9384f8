import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { LeadsInside } from './look-up.mjs';

const connectMs = 10_000;
/** A model may think for long before it says its first word. */
const silenceMs = 660_000;
const connectionsMost = 4_096;
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * A forward proxy that lets through what is on the list and nothing else: tunnels (CONNECT), which it cannot read,
 * and plain HTTP. It also answers GET /health/ready.
 * @param lookup resolves a name; `LeadsInside` from it is a refusal.
 * @returns a Node HTTP server that does not listen yet.
 */
export function openProxy({ allows, lookup, log }) {
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === '/health/ready') return void outgoing.end('ready\n');
    const target = targetOf(incoming.url ?? '');
    if (target === null) return refuse(outgoing, 400, 'Ask a proxy for http://host:port/path.');
    const { host, port, url } = target;
    if (!allows(host, port)) {
      log('request was refused', { host, port });
      return refuse(outgoing, 403, refusal(host, port));
    }
    const headers = { ...incoming.headers, host: url.host };
    // What the request's length rests on goes on: without it a body would be read as none.
    const { 'transfer-encoding': chunked } = headers;
    for (const name of hopByHop) delete headers[name];
    if (chunked !== undefined) headers['transfer-encoding'] = chunked;
    const onward = request(url, {
      method: incoming.method,
      headers,
      lookup,
      timeout: silenceMs,
    });
    onward.on('timeout', () => onward.destroy(new Error('it was silent for too long')));
    onward.on('response', (response) => {
      const kept = Object.entries(response.headers).filter(([name]) => !hopByHop.includes(name));
      outgoing.writeHead(response.statusCode ?? 502, Object.fromEntries(kept));
      response.pipe(outgoing);
      response.on('error', () => outgoing.destroy());
    });
    onward.on('error', (error) => {
      log('request failed', { host, port, reason: error.message });
      if (outgoing.headersSent) outgoing.destroy();
      else if (error instanceof LeadsInside) refuse(outgoing, 403, leadsInside(host, port));
      else refuse(outgoing, 502, `${host}:${port} cannot be reached.`);
    });
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });

  server.on('connect', (incoming, client, head) => {
    client.on('error', () => client.destroy());
    const target = targetOf(`http://${incoming.url ?? ''}/`);
    const answer = (status, text) =>
      client.end(
        `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: text/plain\r\n\r\n${text}\n`,
      );
    if (target === null) return answer('400 Bad Request', 'Ask a proxy for CONNECT host:port.');
    const { host, port } = target;
    if (!allows(host, port)) {
      log('request was refused', { host, port });
      return answer('403 Forbidden', refusal(host, port));
    }
    const onward = connect({ host: host.replace(/^\[(.*)\]$/, '$1'), port, lookup });
    const slow = setTimeout(() => onward.destroy(new Error('it did not answer')), connectMs);
    let through = false;
    onward.on('connect', () => {
      clearTimeout(slow);
      through = true;
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      if (head.length > 0) onward.write(head);
      onward.pipe(client);
      client.pipe(onward);
    });
    for (const socket of [client, onward])
      socket.setTimeout(silenceMs, () => socket.destroy(new Error('it was silent for too long')));
    onward.on('error', (error) => {
      log('request failed', { host, port, reason: error.message });
      if (error instanceof LeadsInside) answer('403 Forbidden', leadsInside(host, port));
      else if (!through) answer('502 Bad Gateway', `${host}:${port} cannot be reached.`);
    });
    onward.on('close', () => (clearTimeout(slow), through && client.destroy()));
    client.on('close', () => onward.destroy());
  });
  server.maxConnections = connectionsMost;
  server.headersTimeout = connectMs;
  return server;
}

function refuse(outgoing, status, text) {
  outgoing.writeHead(status, { 'content-type': 'text/plain', connection: 'close' });
  outgoing.end(`${text}\n`);
}

const refusal = (host, port) =>
  `${host}:${port} is not on the list of what may be reached: name it in EGRESS_ALLOW.`;

const leadsInside = (host, port) =>
  `${host}:${port} is on the list and leads inside: list its address instead, if that is meant.`;

/** null where it is no absolute address. Brackets stay on an IPv6 address. */
function targetOf(address) {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' || url.hostname === '' || url.username !== '') return null;
  return { host: url.hostname, port: Number(url.port || 80), url };
}
