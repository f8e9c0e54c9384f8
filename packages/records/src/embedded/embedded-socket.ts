import { Duplex } from 'node:stream';
import type { EmbeddedSession, SessionClient } from './embedded-session.ts';
import {
  authenticationOk,
  FrameSplitter,
  readyForQuery,
  simpleQuery,
  type Frame,
} from './wire-frames.ts';

const headerBytes = 5;
const copyFromClient = /(^|;)[\s\0]*copy\b[^;]*\bfrom\s+stdin\b/i;

/**
 * What `pg` takes for its TCP socket: it speaks the wire protocol to a database in this process, so that pg's own
 * client, pool, types and errors are used unchanged.
 */
export class EmbeddedSocket extends Duplex implements SessionClient {
  readonly searchPath: string;
  readonly #session: EmbeddedSession;
  readonly #splitter = new FrameSplitter();
  #batch: Buffer[] = [];
  #refused: string | null = null;

  constructor(session: EmbeddedSession, searchPath: string) {
    super();
    this.#session = session;
    this.searchPath = searchPath;
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  deliver(bytes: Buffer): void {
    if (!this.destroyed && !this.readableEnded) this.push(bytes);
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    for (const frame of this.#splitter.split(chunk)) this.#take(frame);
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#session.leave(this);
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#session.leave(this);
    done(error);
  }

  #take({ type, bytes }: Frame): void {
    if (type === '') return this.deliver(Buffer.concat([authenticationOk(), readyForQuery('I')]));
    if (type === 'X') return;
    this.#refused ??= unavailable(type, bytes);
    this.#batch.push(bytes);
    if (type !== 'Q' && type !== 'S') return;
    const batch = this.#refused === null ? Buffer.concat(this.#batch) : refusal(this.#refused);
    this.#batch = [];
    this.#refused = null;
    this.#session.submit(this, batch);
  }
}

/** What PGlite, or one session for many clients, cannot give. */
function unavailable(type: string, bytes: Buffer): string | null {
  if (type === 'H') return 'Rows in portions';
  if (type === 'P' && bytes[headerBytes] !== 0) return 'Named prepared statements';
  // Once it waits for rows, PGlite 0.5.16 never comes back.
  const sql = type === 'Q' || type === 'P' ? bytes.toString('utf8', headerBytes) : '';
  return copyFromClient.test(sql) ? 'COPY FROM STDIN' : null;
}

/** A batch that fails in the database itself, so that it fails an open transaction too, as any error does. */
function refusal(what: string): Buffer {
  const message = `Not available on the embedded database: ${what}.`;
  return simpleQuery(
    `DO $$ BEGIN RAISE EXCEPTION '${message}' USING ERRCODE = 'feature_not_supported'; END $$`,
  );
}
