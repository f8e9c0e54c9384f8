import { close, read } from 'node:fs';
import { Readable } from 'node:stream';
import yauzl from 'yauzl';

const windowBytes = 64 * 1024;

/**
 * Reads a zip's directory by the piece: yauzl asks for each of its entries twice, and 200,000 of them would be 400,000
 * turns through the file system's few threads.
 */
export class WindowReader extends yauzl.RandomAccessReader {
  readonly #file: number;
  #window: Buffer = Buffer.alloc(0);
  #windowAt = 0;

  /** @param file descriptor; closed with the zip. */
  constructor(file: number) {
    super();
    this.#file = file;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    const from = position - this.#windowAt;
    if (from >= 0 && from + length <= this.#window.length) {
      this.#window.copy(buffer, offset, from, from + length);
      // At once, an entry would be read within the one before it, without end; and others get their turn.
      setImmediate(callback, null, length);
      return;
    }
    const window = Buffer.allocUnsafe(Math.max(length, windowBytes));
    read(this.#file, window, 0, window.length, position, (error, bytesRead) => {
      if (error !== null) return callback(error);
      this.#window = window.subarray(0, bytesRead);
      this.#windowAt = position;
      window.copy(buffer, offset, 0, Math.min(length, bytesRead));
      callback(null, Math.min(length, bytesRead));
    });
  }

  /** Not the file system's own stream: it closes the file when it is destroyed, under whoever else reads it. */
  override _readStreamForRange(start: number, end: number): Readable {
    const file = this.#file;
    let at = start;
    return new Readable({
      highWaterMark: windowBytes,
      read(size) {
        const chunk = Buffer.allocUnsafe(Math.min(size, end - at));
        read(file, chunk, 0, chunk.length, at, (error, bytesRead) => {
          at += bytesRead;
          if (error !== null) this.destroy(error);
          else this.push(bytesRead === 0 ? null : chunk.subarray(0, bytesRead));
        });
      },
    });
  }

  override close(callback: (error: Error | null) => void): void {
    close(this.#file, callback as (error?: Error | null) => void);
  }
}
