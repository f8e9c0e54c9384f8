import {
  characterImportSchema,
  unpackedSchema,
  type CharacterExportFormat,
} from '@personate/contracts';
import { at, uploadTimeoutMs, type Http } from './http.ts';
import type { IngestFile } from './ingestions.ts';

export function packCalls(http: Http) {
  return {
    /** The persona for another application; the bytes as they come. */
    export(id: string, query: { format?: CharacterExportFormat } = {}, signal?: AbortSignal) {
      return http.bytes({ path: at`/v1/personas/${id}/export`, query, signal });
    },
    /** A character card, an elizaOS character or a persona's YAML becomes a persona. */
    import(from: IngestFile, fields: { as?: string } = {}, signal?: AbortSignal) {
      const call = upload('/v1/personas/import', from, fields, signal);
      return http.read(call, characterImportSchema);
    },
    /** The whole persona as a zip. */
    pack(id: string, query: { vectors?: boolean } = {}, signal?: AbortSignal) {
      return http.bytes({ path: at`/v1/personas/${id}/pack`, query, signal });
    },
    unpack(from: IngestFile, fields: { as?: string } = {}, signal?: AbortSignal) {
      return http.read(upload('/v1/personas/unpack', from, fields, signal), unpackedSchema);
    },
    /** Its documents as lines of JSON. */
    knowledge(
      id: string,
      query: { passages?: boolean; vectors?: boolean } = {},
      signal?: AbortSignal,
    ) {
      return http.bytes({ path: at`/v1/personas/${id}/knowledge/export`, query, signal });
    },
    /** `portrait.png` or `probes.yaml`. */
    file(id: string, name: string) {
      return http.bytes({ path: at`/v1/personas/${id}/files/${name}` });
    },
  };
}

function upload(
  path: string,
  { file, fileName }: IngestFile,
  fields: { as?: string },
  signal: AbortSignal | undefined,
) {
  const body = new FormData();
  // Before the file, so that the server can read it first.
  if (fields.as !== undefined) body.append('as', fields.as);
  const named = 'name' in file && typeof file.name === 'string' ? file.name : undefined;
  body.append('file', file, fileName ?? named ?? 'upload');
  return { method: 'POST' as const, path, body, signal, timeoutMs: uploadTimeoutMs };
}
