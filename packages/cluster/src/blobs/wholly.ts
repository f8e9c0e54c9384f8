import { pipeline, Transform, type Readable } from 'node:stream';

/** The same bytes; it fails where there were fewer than were announced. */
export function wholly(
  body: Readable,
  announced: number | undefined,
  explained: (error: unknown) => unknown,
): Readable {
  let sizeBytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      const whole = announced === undefined || sizeBytes === announced;
      done(whole ? null : new Error(`the download broke off after ${sizeBytes} of ${announced} bytes`)); // prettier-ignore
    },
  });
  body.once('error', (error) => counted.destroy(explained(error) as Error));
  pipeline(body, counted, () => undefined);
  return counted;
}
