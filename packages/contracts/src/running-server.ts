import { z } from 'zod';

/** `server.json` in a data folder: where the process that holds the folder answers. Gone when it has stopped. */
export const runningServerSchema = z.object({
  url: z.url({ protocol: /^https?$/ }),
  /** A file whose process is gone was left by one that was killed. */
  pid: z.number().int().positive(),
});
export type RunningServer = z.infer<typeof runningServerSchema>;

export const runningServerFile = 'server.json';
