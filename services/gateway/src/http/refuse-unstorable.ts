import type { FastifyInstance } from 'fastify';
import { InvalidRequestError } from './problem.ts';

/** What no text column takes: NUL, and half of a surrogate pair. With the u flag a whole pair is one character. */
const unstorable = /\0|\p{Surrogate}/u;

/**
 * Refuses NUL and halves of characters in what is stored or looked for as it was sent: cleaned silently, two ids
 * could become one. What is said in a chat is not looked at: it is foreign text, and cleaned where it is stored.
 */
export function refuseUnstorable(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    const { body, query } = request;
    const isChat = request.routeOptions.config.events === 'chat';
    checkStorable(query);
    checkStorable(isChat ? { user: (body as { user?: unknown } | null)?.user } : body);
  });
}

/** @throws InvalidRequestError that names the member. */
export function checkStorable(value: unknown): void {
  // By hand, since foreign JSON may be deeper than the stack.
  const pending: Array<{ value: unknown; path: string }> = [{ value, path: '' }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value: member, path } = next;
    if (typeof member === 'string') {
      if (unstorable.test(member)) throw unstorableAt(path);
    } else if (Array.isArray(member)) {
      for (const item of member) pending.push({ value: item, path });
    } else if (typeof member === 'object' && member !== null) {
      for (const [name, inner] of Object.entries(member)) {
        if (unstorable.test(name)) throw unstorableAt(path);
        // Deep paths are of no use to a reader, and would grow with the square of the depth.
        const at = path === '' ? name : `${path}.${name}`;
        pending.push({ value: inner, path: at.length > 200 ? path : at });
      }
    }
  }
}

function unstorableAt(path: string): InvalidRequestError {
  return new InvalidRequestError([
    { path, message: 'it holds NUL, or half of a surrogate pair, which is no text' },
  ]);
}
