export type { Export, ExportFile, ReadOptions, Source, SourceEvent } from './source.ts';
export { defaultExportLimits, type ExportLimits } from './export/limits.ts';
export { openExport, type OpenExportOptions } from './export/open-export.ts';
export { detectSource, sourceByFormat, sources } from './sources.ts';
export { jsonlLineSchema, jsonlSchema, type JsonlLine } from './jsonl/jsonl-line.ts';
export { parseTime, type ParsedTime } from './read/parse-time.ts';
