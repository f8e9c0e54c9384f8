/**
 * Postgres' wire protocol, version 3, as far as framing goes: one byte of type, four of length, the body.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */

export interface Frame {
  /** The message's type letter; '' for the start-up packet, which has none. */
  type: string;
  /** The whole message, header included. */
  bytes: Buffer;
}

const headerBytes = 5;

/** Cuts what a client wrote into whole messages; keeps a started one for the next call. */
export class FrameSplitter {
  #rest: Buffer = Buffer.alloc(0);
  #started = false;

  /** @param chunk bytes as they were written, cut anywhere. */
  split(chunk: Buffer): Frame[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const frames: Frame[] = [];
    for (;;) {
      const typeBytes = this.#started ? 1 : 0;
      if (this.#rest.length < typeBytes + 4) break;
      const length = typeBytes + this.#rest.readInt32BE(typeBytes);
      if (this.#rest.length < length) break;
      const type = this.#started ? String.fromCharCode(this.#rest[0] ?? 0) : '';
      frames.push({ type, bytes: this.#rest.subarray(0, length) });
      this.#rest = this.#rest.subarray(length);
      this.#started = true;
    }
    return frames;
  }
}

/** What a database's whole answer says beside its rows. */
export interface Answer {
  /** The answer without its notifications. */
  bytes: Buffer;
  notifications: Array<{ channel: string; bytes: Buffer }>;
  /** I: idle, T: in a transaction, E: in a failed one; null when it did not say. */
  status: 'I' | 'T' | 'E' | null;
  /** Command tags: `SET`, `LISTEN`, `INSERT 0 1`. */
  tags: string[];
  error: string | null;
}

/** @param bytes whole messages only. */
export function readAnswer(bytes: Buffer): Answer {
  const answer: Answer = {
    bytes,
    notifications: [],
    status: null,
    tags: [],
    error: null,
  };
  const kept: Buffer[] = [];
  for (let at = 0; at + headerBytes <= bytes.length;) {
    const length = 1 + bytes.readInt32BE(at + 1);
    const frame = bytes.subarray(at, at + length);
    const type = String.fromCharCode(frame[0] ?? 0);
    if (type === 'A') {
      const end = frame.indexOf(0, headerBytes + 4);
      const channel = frame.toString('utf8', headerBytes + 4, end);
      answer.notifications.push({ channel, bytes: frame });
    } else kept.push(frame);
    if (type === 'Z')
      answer.status = String.fromCharCode(frame[headerBytes] ?? 0) as 'I' | 'T' | 'E';
    if (type === 'C') answer.tags.push(frame.toString('utf8', headerBytes, frame.length - 1));
    if (type === 'E') answer.error = errorMessage(frame);
    at += length;
  }
  if (answer.notifications.length > 0) answer.bytes = Buffer.concat(kept);
  return answer;
}

function errorMessage(frame: Buffer): string {
  const fields = frame.toString('utf8', headerBytes, frame.length).split('\0');
  return fields.find((field) => field.startsWith('M'))?.slice(1) ?? 'unknown error';
}

function frameOf(type: string, body: Buffer): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.write(type, 0, 'latin1');
  header.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([header, body]);
}

export function simpleQuery(sql: string): Buffer {
  return frameOf('Q', Buffer.from(`${sql}\0`));
}

export function readyForQuery(status: 'I' | 'T' | 'E'): Buffer {
  return frameOf('Z', Buffer.from(status));
}

export function authenticationOk(): Buffer {
  return frameOf('R', Buffer.alloc(4));
}

/** @param code SQLSTATE, five characters. */
export function errorResponse(code: string, message: string): Buffer {
  return frameOf('E', Buffer.from(`SERROR\0VERROR\0C${code}\0M${message}\0\0`));
}
