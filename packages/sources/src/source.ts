import type { Author, Kind, Problem, SourceDocument, Stance } from '@personate/contracts';
import type { Readable } from 'node:stream';

/** One file of an export; paths are relative, with `/`, and never leave it. */
export interface ExportFile {
  path: string;
  sizeBytes: number;
}

/** An export seen alike whether it came as a zip, a folder or a single file. */
export interface Export extends AsyncDisposable {
  /** Sorted by path; bounded in number and in unpacked size when it is opened. */
  readonly files: readonly ExportFile[];
  /** @throws ExpectedError `export.file-missing`, `export.too-large` while reading. */
  open(path: string, signal: AbortSignal): Promise<Readable>;
}

/** What the connector needs to be told because the export does not say it. */
export interface ReadOptions {
  /** Name or id of the persona among the authors, given by the operator. */
  self?: string;
  /** For documents whose stance the source does not tell. */
  stance?: Stance;
  kind?: Kind;
}

export type SourceEvent =
  | { type: 'document'; document: SourceDocument }
  /** A record left out on purpose; the reason is a stable slug such as `repost` or `direct-message`. */
  | { type: 'skipped'; reason: string; count: number; file: string }
  /** Vectors by the hash of the text that was embedded, made by the embedder of that identity. */
  | { type: 'embeddings'; identity: string; vectors: ReadonlyMap<string, Float32Array> }
  /** A bad record: counted and reported, it does not stop the import. */
  | { type: 'problem'; problem: Problem };

/** A connector for one export format. It streams: memory does not grow with the export. */
export interface Source {
  /** Stable slug: `x-archive`. */
  readonly format: string;
  /** Its documents say themselves which source they are of: the export is of a whole persona. */
  readonly namesSources?: boolean;
  /** For people: "X (Twitter) archive". */
  readonly title: string;
  /** Judged by contents, not by file names alone. 0 is not this format, 1 is certain. */
  detect(files: Export, signal: AbortSignal): Promise<number>;
  /** Whose account the export is, where it says so; never a guess. */
  self(files: Export, signal: AbortSignal): Promise<Author | null>;
  /** Reads each record once, in the order of the files. */
  read(files: Export, options: ReadOptions, signal: AbortSignal): AsyncIterable<SourceEvent>;
}
