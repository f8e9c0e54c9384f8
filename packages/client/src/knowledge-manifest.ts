import { knowledgeManifestDiffSchema, knowledgeManifestSchema } from '@personate/contracts';
import { at, type Http } from './http.ts';

export interface ManifestPageQuery {
  /** `next` of the page before. */
  after?: string;
  limit?: number;
}

export function manifestCalls(http: Http) {
  return {
    /** A page of what a knowledge revision names; the newest unless told otherwise. */
    get(id: string, query: ManifestPageQuery & { revision?: number } = {}) {
      const path = at`/v1/personas/${id}/knowledge/manifest`;
      return http.read({ path, query: { ...query } }, knowledgeManifestSchema);
    },
    diff(id: string, query: ManifestPageQuery & { from: number; to: number }) {
      const path = at`/v1/personas/${id}/knowledge/manifest/diff`;
      return http.read({ path, query: { ...query } }, knowledgeManifestDiffSchema);
    },
  };
}
