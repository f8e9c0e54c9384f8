import { ExpectedError } from '@personate/contracts';
import type { Source } from '@personate/sources';

/** `<format>:<self id>` unless it was given; the neutral formats have no account that could name them. */
export function sourceIdOf(
  given: string | undefined,
  { format, namesSources }: Pick<Source, 'format' | 'namesSources'>,
  self: { id?: string | undefined; name: string } | null,
): string {
  if (namesSources === true) {
    if (given === undefined) return format;
    throw new ExpectedError(
      'invalid',
      'ingestion.source-not-taken',
      'The documents of this export name their sources themselves.',
      { fix: 'Leave --source (the `source` field of the API) out.', param: 'source' },
    );
  }
  if (given !== undefined) return given;
  if (format === 'jsonl') {
    throw new ExpectedError(
      'invalid',
      'ingestion.source-needed',
      'A jsonl file does not say what source it is, so its documents have no identity.',
      {
        fix: 'Name the source with --source ID (the `source` field of the API), and use the same name when you import a newer export of it.',
        param: 'source',
      },
    );
  }
  return self === null ? format : `${format}:${self.id ?? self.name}`;
}
