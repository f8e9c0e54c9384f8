import type { Document, IngestionOptions } from '@personate/contracts';
import type { Export, Source } from '@personate/sources';
import { normalise, type Self } from './normalise.ts';
import type { ReportBuilder } from './report.ts';
import { readExport } from './survey-export.ts';

export interface PrepareInput {
  personaId: string;
  sourceId: string;
  self: Self | null;
  options: IngestionOptions;
  /** Told of vectors that the export brings along, before the documents they are for. */
  onEmbeddings?: (identity: string, vectors: ReadonlyMap<string, Float32Array>) => void;
}

/** The export's documents, normalised, in batches of distinct keys; what is left out goes into the report. */
export async function* prepareDocuments(
  files: Export,
  source: Source,
  input: PrepareInput,
  report: ReportBuilder,
  batchSize: number,
  signal: AbortSignal,
): AsyncGenerator<Document[]> {
  let batch = new Map<string, Document>();
  for await (const event of readExport(files, source, input.options, signal)) {
    signal.throwIfAborted();
    if (event.type === 'skipped') {
      report.skipped(event.reason, event.count);
      continue;
    }
    if (event.type === 'embeddings') {
      input.onEmbeddings?.(event.identity, event.vectors);
      continue;
    }
    if (event.type === 'problem') {
      report.problem(event.problem);
      continue;
    }
    const { place } = event.document;
    const result = normalise(input, event.document);
    if (result.type === 'skipped') report.skipped(result.reason);
    else if (result.type === 'problem')
      report.problem({ ...place, code: result.code, message: result.message });
    else if (batch.has(result.document.documentKey)) report.skipped('duplicate');
    else batch.set(result.document.documentKey, result.document);
    if (batch.size >= batchSize) {
      yield [...batch.values()];
      batch = new Map();
    }
  }
  if (batch.size > 0) yield [...batch.values()];
}
