import type { GenerationSpec } from '@personate/knowledge';

/** What a gateway needs to read one generation, and all it ever gets. */
export interface ReadGrant {
  url: string;
  collection: string;
  /** Tells the collection from one of the same name that somebody made in its place. */
  epoch: string;
  /** Reads this collection and nothing else. Never logged, never shown. */
  token: string;
  expiresAt: Date;
}

/** The rows `knowledge_generation(persona, url, collection, read_token)`: ingestion writes them, gateways read them. */
export interface ReadGrants {
  /** Null for a generation that was never created, or was dropped. */
  find(spec: GenerationSpec): Promise<ReadGrant | null>;
  /** @throws when the records have no such generation */
  save(spec: GenerationSpec, grant: ReadGrant): Promise<void>;
  remove(spec: GenerationSpec): Promise<void>;
  /** All of them, a page at a time, in a fixed order; `after` is the last one of the page before. */
  page(
    after: GenerationSpec | null,
    limit: number,
  ): Promise<Array<{ spec: GenerationSpec; grant: ReadGrant }>>;
}
