import type { PersonateClient } from '@personate/client';
import type { Io } from '../io.ts';
import { formatBytes, plural } from '../output/format.ts';
import type { Output } from '../output/output.ts';
import { ProgressDisplay } from '../output/progress-display.ts';
import { openUpload, type Upload } from './open-upload.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** Fewer files are packed before anybody could read how far it is. */
const worthShowing = 500;

/** Opens what the path names and hands it to `send`; Ctrl-C stops it and leaves nothing behind. */
export function sendUpload<Answer>(
  { client, out, io }: { client: PersonateClient; out: Output; io: Io },
  path: string,
  send: (upload: Upload, signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const stopped = {
    message: 'Stopped before the upload was whole; nothing was ingested.',
    fix: 'Run the same command again.',
  };
  return untilInterrupted(io, stopped, async (signal) => {
    const { uploadLimitBytes: limitBytes } = await client.status(signal);
    const display = new ProgressDisplay(io.stderr);
    await using upload = await openUpload({
      path,
      cwd: io.cwd,
      limitBytes,
      signal,
      onProgress: ({ done, total }) => {
        if (total >= worthShowing) display.show({ label: 'packing', done, total, unit: 'files' });
      },
    });
    display.clear();
    const { listing } = upload;
    if (listing !== null && listing.links > 0)
      out.note(`${plural(listing.links, 'link')} in the folder not followed.`);
    out.note(`Sending ${upload.fileName} (${formatBytes(upload.file.size)}) …`);
    return send(upload, signal);
  });
}
