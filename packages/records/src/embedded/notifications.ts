import type { SessionClient } from './embedded-session.ts';
import { simpleQuery } from './wire-frames.ts';

const command = /\b(un)?listen\s+("(?:[^"]|"")+"|[\w$]+|\*)/gi;

/** Who listens to which channel; the session itself listens to all of them together. */
export class Notifications {
  readonly #channels = new Map<string, Set<SessionClient>>();

  listeners(channel: string): Iterable<SessionClient> {
    return this.#channels.get(channel) ?? [];
  }

  /** Takes in what the batch did; gives the batch that makes the session right again, if it must be. */
  note(client: SessionClient, batch: Buffer, tags: readonly string[]): Buffer | null {
    if (!tags.some((tag) => tag === 'LISTEN' || tag === 'UNLISTEN')) return null;
    let stopped = false;
    for (const [, not, name] of batch.toString('utf8').matchAll(command)) {
      if (name === undefined) continue;
      if (not !== undefined)
        stopped = this.#stop(client, name === '*' ? null : fold(name)) || stopped;
      else if (name !== '*') this.#start(client, fold(name));
    }
    return stopped ? this.renew() : null;
  }

  /** Whether the session has to be renewed. */
  leave(client: SessionClient): boolean {
    return this.#stop(client, null);
  }

  /** One client's UNLISTEN ends it for the whole session: listen again to what the others want. */
  renew(): Buffer {
    const wanted = [...this.#channels.keys()].map(
      (name) => `LISTEN "${name.replaceAll('"', '""')}"`,
    );
    return simpleQuery(['UNLISTEN *', ...wanted].join('; '));
  }

  #start(client: SessionClient, channel: string): void {
    const listeners = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, listeners.add(client));
  }

  #stop(client: SessionClient, channel: string | null): boolean {
    let stopped = false;
    for (const [name, listeners] of this.#channels) {
      if (channel !== null && channel !== name) continue;
      stopped = listeners.delete(client) || stopped;
      if (listeners.size === 0) this.#channels.delete(name);
    }
    return stopped;
  }
}

/** As Postgres reads an identifier: folded unless quoted. */
function fold(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}
