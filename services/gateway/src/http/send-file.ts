import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';

/** A download under a name of ours: letters, digits, dots and hyphens only. */
export function sendFile(
  reply: FastifyReply,
  file: { content: Readable | Buffer; mediaType: string; fileName: string },
): FastifyReply {
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename="${file.fileName}"`)
    .header('cache-control', 'no-store')
    .send(file.content);
}
