import { commonChangeSchema, commonSetSchema, ingestionJobSchema } from '@personate/contracts';
import { z } from 'zod';
import { at, uploadTimeoutMs, type Http } from './http.ts';
import type { IngestFile } from './ingestions.ts';

const sets = z.object({ items: z.array(commonSetSchema) });

export function commonCalls(http: Http) {
  const pair = (set: string, persona: string) => at`/v1/common/${set}/personas/${persona}`;
  return {
    async list() {
      return (await http.read({ path: '/v1/common' }, sets)).items;
    },
    create(set: { id: string; title?: string }) {
      return http.read({ method: 'POST', path: '/v1/common', json: set }, commonSetSchema);
    },
    /** Replaces what the set holds. */
    feed(set: string, { file, fileName }: IngestFile, signal?: AbortSignal) {
      const body = new FormData();
      const named = 'name' in file && typeof file.name === 'string' ? file.name : undefined;
      body.append('file', file, fileName ?? named ?? 'upload');
      const path = at`/v1/common/${set}/ingestions`;
      const call = { method: 'POST' as const, path, body, signal, timeoutMs: uploadTimeoutMs };
      return http.read(call, commonChangeSchema);
    },
    erase(set: string) {
      return http.read({ method: 'DELETE', path: at`/v1/common/${set}` }, commonChangeSchema);
    },
    attach(set: string, persona: string) {
      return http.read({ method: 'PUT', path: pair(set, persona) }, ingestionJobSchema);
    },
    detach(set: string, persona: string) {
      return http.read({ method: 'DELETE', path: pair(set, persona) }, ingestionJobSchema);
    },
  };
}
