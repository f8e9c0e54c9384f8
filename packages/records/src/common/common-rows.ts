import { commonSetSchema, type CommonSet } from '@personate/contracts';

export interface CommonSetRow {
  set_id: string;
  title: string;
  blob_id: string | null;
  file_name: string | null;
  sha256: string | null;
  size_bytes: string | null;
  documents: number | null;
  fed_at: Date | null;
  created_at: Date;
  personas: string[];
}

export function toCommonSet(row: CommonSetRow): CommonSet {
  return commonSetSchema.parse({
    id: row.set_id,
    title: row.title,
    content:
      row.blob_id === null
        ? null
        : {
            fileName: row.file_name,
            sha256: row.sha256,
            sizeBytes: Number(row.size_bytes),
            documents: row.documents,
            fedAt: row.fed_at?.toISOString(),
          },
    personas: row.personas,
    createdAt: row.created_at.toISOString(),
  });
}
