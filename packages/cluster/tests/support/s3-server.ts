import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface S3Server {
  endpoint: string;
  objects: Map<string, { body: Buffer; at: Date }>;
  /** Multi-part uploads that neither came to their end nor were given up. */
  unfinished: Map<string, Map<number, Buffer>>;
  /** The next download breaks off half-way. */
  breakNext(): void;
  /** The next download stands still half-way, from `begun` on until it may `goOn`. */
  holdNext(): { begun: Promise<void>; goOn(): void };
  stop(): Promise<void>;
}

/** As much of S3 as uploads need, told by path, with two names on a page of a list. It looks at the key, not at the signature. */
export async function startS3Server(bucket: string, accessKeyId: string): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map();
  const unfinished: S3Server['unfinished'] = new Map();
  let breaks = false;
  let held: { begin: () => void; on: Promise<void> } | undefined;
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const url = new URL(request.url ?? '', 'http://s3');
    const [, asked = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const name = rest.join('/');
    const query = url.searchParams;
    const fail = (status: number, code: string): void => void response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`); // prettier-ignore
    const say = (inner: string): void => void response.writeHead(200, { 'content-type': 'application/xml' }).end(inner); // prettier-ignore
    if (!(request.headers.authorization ?? '').includes(`Credential=${accessKeyId}/`))
      return fail(403, 'InvalidAccessKeyId');
    if (asked !== bucket) return fail(404, 'NoSuchBucket');
    const uploadId = query.get('uploadId') ?? '';
    switch (`${request.method} ${query.has('uploads') ? 'begin' : uploadId === '' ? '' : 'part'}`) {
      case 'POST begin': {
        const id = `u${unfinished.size + 1}`;
        unfinished.set(id, new Map());
        return say(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`); // prettier-ignore
      }
      case 'PUT part':
        unfinished.get(uploadId)?.set(Number(query.get('partNumber')), body);
        return void response.setHeader('etag', `"${body.length}"`).end();
      case 'POST part': {
        const parts = [...(unfinished.get(uploadId) ?? [])].toSorted(([a], [b]) => a - b);
        objects.set(name, { body: Buffer.concat(parts.map(([, part]) => part)), at: new Date() });
        unfinished.delete(uploadId);
        return say(
          '<CompleteMultipartUploadResult><ETag>"e"</ETag></CompleteMultipartUploadResult>',
        );
      }
      case 'DELETE part':
        unfinished.delete(uploadId);
        return void response.writeHead(204).end();
      case 'PUT ':
        objects.set(name, { body, at: new Date() });
        return void response.setHeader('etag', '"e"').end();
      case 'DELETE ':
        objects.delete(name);
        return void response.writeHead(204).end();
    }
    if (name === '') return say(list(query.get('prefix') ?? '', query.get('continuation-token')));
    const found = objects.get(name);
    if (found === undefined)
      return request.method === 'HEAD'
        ? void response.writeHead(404).end()
        : fail(404, 'NoSuchKey');
    response.writeHead(200, { 'content-length': String(found.body.length) });
    if (request.method === 'HEAD') return void response.end();
    const half = found.body.length / 2;
    if (held !== undefined) {
      const { begin, on } = held;
      held = undefined;
      response.write(found.body.subarray(0, half), begin);
      await on;
      return void response.end(found.body.subarray(half));
    }
    if (!breaks) return void response.end(found.body);
    breaks = false;
    response.write(found.body.subarray(0, half), () => response.destroy());
  }

  function list(prefix: string, after: string | null): string {
    const names = [...objects.keys()].filter((name) => name.startsWith(prefix)).toSorted();
    const left = after === null ? names : names.filter((name) => name > after);
    const page = left.slice(0, 2);
    const contents = page.map((name) => `<Contents><Key>${name}</Key><LastModified>${objects.get(name)?.at.toISOString()}</LastModified></Contents>`); // prettier-ignore
    const next = left.length > 2 ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '<IsTruncated>false</IsTruncated>'; // prettier-ignore
    return `<ListBucketResult>${next}${contents.join('')}</ListBucketResult>`;
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    unfinished,
    breakNext: () => void (breaks = true),
    holdNext() {
      let goOn = (): void => undefined;
      const on = new Promise<void>((resolve) => void (goOn = resolve));
      const begun = new Promise<void>((begin) => void (held = { begin, on }));
      return { begun, goOn };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
