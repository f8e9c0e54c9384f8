import { Duplex } from 'node:stream';
import type { EmbeddedSession, SessionClient } from './embedded-session.ts';
import {
  authenticationOk,
  FrameSplitter,
  readyForQuery,
  simpleQuery,
  type Frame,
} from './wire-frames.ts';

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
    if (type === 'H' || (type === 'P' && bytes[5] !== 0)) {
      this.#refused = type === 'H' ? 'Rows in portions' : 'Named prepared statements';
    }
    this.#batch.push(bytes);
    if (type !== 'Q' && type !== 'S') return;
    const batch = this.#refused === null ? Buffer.concat(this.#batch) : refusal(this.#refused);
    this.#batch = [];
    this.#refused = null;
    this.#session.submit(this, batch);
  }
}

/** A batch that fails in the database itself, so that it fails an open transaction too, as any error does. */
function refusal(what: string): Buffer {
  const message = `${what} are not available on the embedded database.`;
  return simpleQuery(
    `DO $$ BEGIN RAISE EXCEPTION '${message}' USING ERRCODE = 'feature_not_supported'; END $$`,
  );
}
