import { ExpectedError } from '@personate/contracts';
import { explainUnknown } from './explain-unknown.ts';
import { jsonlSource } from './jsonl/jsonl-source.ts';
import { linkedinSource } from './linkedin/linkedin-source.ts';
import { notesSource } from './notes/notes-source.ts';
import { personateSource } from './personate/personate-source.ts';
import type { Export, Source } from './source.ts';
import { xArchiveSource } from './x-archive/x-archive-source.ts';

/** Every format we read; on equal certainty the earlier one is taken. */
export const sources: readonly Source[] = [
  xArchiveSource,
  linkedinSource,
  jsonlSource,
  notesSource,
  personateSource,
];

/**
 * The connector that is surest of what the export is.
 * @throws ExpectedError `export.html-instead-of-json`, `export.format-unknown`.
 */
export async function detectSource(files: Export, signal: AbortSignal): Promise<Source> {
  let best: Source | null = null;
  let certainty = 0;
  for (const source of sources) {
    const judged = await source.detect(files, signal);
    if (judged > certainty) [best, certainty] = [source, judged];
  }
  if (best === null) throw explainUnknown(files, sources);
  return best;
}

/** @throws ExpectedError `export.format-unknown`. */
export function sourceByFormat(format: string): Source {
  const source = sources.find((known) => known.format === format);
  if (source) return source;
  throw new ExpectedError(
    'invalid',
    'export.format-unknown',
    `There is no format "${format.slice(0, 50)}".`,
    {
      fix: `Use one of: ${sources.map((known) => known.format).join(', ')}; or leave it out, to have it recognised.`,
      param: 'format',
    },
  );
}
