import { generationName, type GenerationSpec } from '@personate/knowledge';
import { QdrantConnection } from './qdrant-connection.ts';
import type { ReadGrant, ReadGrants } from './read-grants.ts';

export interface OpenGrant {
  connection: QdrantConnection;
  grant: ReadGrant;
}

export interface ReadConnectionsOptions {
  grants: Pick<ReadGrants, 'find'>;
  timeoutMs: number;
  retryDelaysMs?: readonly number[];
  now: () => Date;
  /** Connections held at a time. */
  limit: number;
}

/** A token this close to its end is not begun with. */
const marginMs = 60_000;

/** One connection a token, of the generations used last. Nothing here knows the API key. */
export class ReadConnections {
  readonly #options: ReadConnectionsOptions;
  /** In order of use, the oldest first. */
  readonly #open = new Map<string, OpenGrant>();

  constructor(options: ReadConnectionsOptions) {
    this.#options = options;
  }

  /** Null for a generation that was never created. */
  async open(spec: GenerationSpec): Promise<OpenGrant | null> {
    const name = generationName(spec);
    const held = this.#open.get(name);
    if (held === undefined || this.#isEnding(held)) return this.reopen(spec);
    this.#open.delete(name);
    this.#open.set(name, held);
    return held;
  }

  /** By the row as it stands now: after a refusal, or towards the token's end. The held one where the token is the same. */
  async reopen(spec: GenerationSpec): Promise<OpenGrant | null> {
    const name = generationName(spec);
    const grant = await this.#options.grants.find(spec);
    if (grant === null) {
      this.#open.delete(name);
      return null;
    }
    const held = this.#open.get(name);
    if (held?.grant.token === grant.token && held.grant.url === grant.url) return held;
    const { timeoutMs, retryDelaysMs, limit } = this.#options;
    const { url, token } = grant;
    const connection = new QdrantConnection({
      url,
      key: token,
      timeoutMs,
      ...(retryDelaysMs === undefined ? {} : { retryDelaysMs }),
    });
    const opened = { connection, grant };
    this.#open.set(name, opened);
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= limit) break;
      this.#open.delete(oldest);
    }
    return opened;
  }

  forget(spec: GenerationSpec): void {
    this.#open.delete(generationName(spec));
  }

  clear(): void {
    this.#open.clear();
  }

  #isEnding({ grant }: OpenGrant): boolean {
    return grant.expiresAt.getTime() - marginMs < this.#options.now().getTime();
  }
}
