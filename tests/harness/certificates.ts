import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const openSslMs = 30_000;

export interface Certificates {
  authority: string;
  certificate: string;
  key: string;
}

/** Why none can be made here; null when they can. */
export async function openSslMissing(): Promise<string | null> {
  return run('openssl', ['version'], { timeout: openSslMs }).then(
    () => null,
    () => 'openssl is not on the PATH',
  );
}

/** An authority of its own, and a certificate of it for 127.0.0.1, as files in that folder. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder, timeout: openSslMs });
  const newKey = '-newkey rsa:2048 -nodes';
  const make = (line: string, ...rest: string[]) => openssl(...line.split(' '), ...rest);
  await make(
    `req -x509 ${newKey} -days 2 -keyout authority.key -out authority.crt -subj`,
    '/CN=An authority of a test',
  );
  await make(`req ${newKey} -subj /CN=server -keyout server.key -out server.csr`);
  await writeFile(file('server.ext'), 'subjectAltName = IP:127.0.0.1\n');
  await make(
    'x509 -req -in server.csr -days 2 -extfile server.ext -CA authority.crt -CAkey authority.key -CAcreateserial -out server.crt',
  );
  return {
    authority: file('authority.crt'),
    certificate: file('server.crt'),
    key: file('server.key'),
  };
}
