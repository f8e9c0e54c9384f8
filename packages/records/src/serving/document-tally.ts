/** What one document adds to its generation's statistics; `DocumentTally` of @personate/knowledge. */
export interface DocumentTally {
  passages: number;
  length: number;
  terms: Readonly<Record<string, number>>;
  authors: ReadonlyArray<{ name: string; words: readonly string[]; passages: number }>;
  groups: ReadonlyArray<{ kind: string; sourceId: string; passages: number }>;
  firstAt: string | null;
  lastAt: string | null;
}
