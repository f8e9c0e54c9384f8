import {
  ingestionJobSchema,
  inspectionSchema,
  type IngestionJob,
  type IngestionOptions,
} from '@personate/contracts';
import { z } from 'zod';
import { at, uploadTimeoutMs, type Http } from './http.ts';
import { watchIngestion } from './watch-ingestion.ts';

export type IngestOptions = Partial<IngestionOptions>;
/** A file: a `File`, a `Blob` with a name (`fs.openAsBlob` gives one that streams from disk), or a kept upload's token. */
export type IngestFile = { file: Blob; fileName?: string };

const jobs = z.object({ items: z.array(ingestionJobSchema) });

export function ingestionCalls(http: Http) {
  return {
    /** @param from a file, or the `upload.token` of an inspection that kept it. */
    start(
      personaId: string,
      from: IngestFile | { upload: string },
      options: IngestOptions = {},
      signal?: AbortSignal,
    ): Promise<IngestionJob> {
      const call = { method: 'POST' as const, path: at`/v1/personas/${personaId}/ingestions` };
      if ('upload' in from) {
        const json = { ...options, upload: from.upload };
        return http.read({ ...call, json, signal }, ingestionJobSchema);
      }
      const body = uploadForm(from, options);
      const timeoutMs = uploadTimeoutMs;
      return http.read({ ...call, body, signal, timeoutMs }, ingestionJobSchema);
    },
    async list(personaId: string, query: { limit?: number } = {}): Promise<IngestionJob[]> {
      const path = at`/v1/personas/${personaId}/ingestions`;
      return (await http.read({ path, query }, jobs)).items;
    },
    get(personaId: string, ingestionId: string): Promise<IngestionJob> {
      const path = at`/v1/personas/${personaId}/ingestions/${ingestionId}`;
      return http.read({ path }, ingestionJobSchema);
    },
    cancel(personaId: string, ingestionId: string): Promise<IngestionJob> {
      const path = at`/v1/personas/${personaId}/ingestions/${ingestionId}/cancel`;
      return http.read({ method: 'POST', path }, ingestionJobSchema);
    },
    /** The job now, then whenever it moves; the last one has ended. A lost connection is made again. */
    watch(
      personaId: string,
      ingestionId: string,
      signal?: AbortSignal,
      options: { pauseMs?: number } = {},
    ) {
      return watchIngestion(http, { ...options, personaId, ingestionId, signal });
    },
  };
}

/** What an export holds; with `keep` the upload can be ingested without sending it again. */
export function inspectExport(
  http: Http,
  from: IngestFile,
  options: IngestOptions & { keep?: boolean; persona?: string } = {},
  signal?: AbortSignal,
) {
  const { keep, persona, ...fields } = options;
  return http.read(
    {
      method: 'POST',
      path: '/v1/inspect',
      query: { keep, persona },
      body: uploadForm(from, fields),
      signal,
      timeoutMs: uploadTimeoutMs,
    },
    inspectionSchema,
  );
}

function uploadForm({ file, fileName }: IngestFile, options: IngestOptions): FormData {
  const form = new FormData();
  // Before the file, so that the server can read them first.
  for (const [name, value] of Object.entries(options)) {
    if (Array.isArray(value)) for (const one of value) form.append(name, one);
    else if (value !== undefined) form.append(name, String(value));
  }
  const named = 'name' in file && typeof file.name === 'string' ? file.name : undefined;
  form.append('file', file, fileName ?? named ?? 'upload');
  return form;
}
