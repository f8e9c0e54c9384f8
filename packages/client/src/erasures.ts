import { erasureCheckSchema, erasureSchema, userExportSchema } from '@personate/contracts';
import { z } from 'zod';
import { at, type Http } from './http.ts';

/** Large ones take their time, and go on by themselves where that is not enough. */
const timeoutMs = 60_000;

export function userCalls(http: Http) {
  return {
    /** All that is kept of a user, page by page: memories with the first one, then conversations. */
    export(user: string, query: { limit?: number; before?: string; beforeId?: string } = {}) {
      return http.read({ path: at`/v1/users/${user}`, query }, userExportSchema);
    },
    erase(user: string) {
      const path = at`/v1/users/${user}`;
      return http.read({ method: 'DELETE', path, timeoutMs }, erasureSchema);
    },
  };
}

export function erasureCalls(http: Http) {
  return {
    persona(id: string) {
      const call = { method: 'DELETE' as const, path: at`/v1/personas/${id}`, timeoutMs };
      return http.read({ ...call, query: { erase: true } }, erasureSchema);
    },
    async list(query: { limit?: number } = {}) {
      const items = z.object({ items: z.array(erasureSchema) });
      return (await http.read({ path: '/v1/erasures', query }, items)).items;
    },
    get: (id: string) => http.read({ path: at`/v1/erasures/${id}` }, erasureSchema),
    check: (id: string) => http.read({ path: at`/v1/erasures/${id}/check` }, erasureCheckSchema),
  };
}
