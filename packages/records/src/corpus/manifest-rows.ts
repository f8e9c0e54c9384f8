import type { ManifestChange, ManifestEntry } from '@personate/contracts';

interface Named {
  document_key: string;
  source_id: string;
  external_id: string;
}

export interface EntryRow extends Named {
  hash: string;
  from_revision: string;
  ingestion_id: string;
}

export interface ChangeRow extends Named {
  change: ManifestChange['change'];
  old_hash: string | null;
  old_since: string | null;
  old_job: string | null;
  new_hash: string | null;
  new_since: string | null;
  new_job: string | null;
}

const named = (row: Named) => ({
  documentKey: row.document_key,
  documentId: row.external_id,
  source: row.source_id,
});

export function entryOf(row: EntryRow): ManifestEntry {
  const { hash, from_revision, ingestion_id } = row;
  return { ...named(row), hash, since: Number(from_revision), ingestionId: ingestion_id };
}

export function changeOf(row: ChangeRow): ManifestChange {
  return {
    ...named(row),
    change: row.change,
    before: sideOf(row.old_hash, row.old_since, row.old_job),
    after: sideOf(row.new_hash, row.new_since, row.new_job),
  };
}

function sideOf(
  hash: string | null,
  since: string | null,
  job: string | null,
): ManifestChange['before'] {
  if (hash === null || since === null || job === null) return null;
  return { hash, since: Number(since), ingestionId: job };
}
