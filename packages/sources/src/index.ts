export type { Export, ExportFile, ReadOptions, Source, SourceEvent } from './source.ts';
