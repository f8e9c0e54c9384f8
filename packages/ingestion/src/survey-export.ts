import type { Author, IngestionOptions, IngestionReport } from '@personate/contracts';
import type { Export, Source, SourceEvent } from '@personate/sources';
import { isSelf, type Self } from './normalise.ts';

/** Distinct authors that are counted; a public channel can have more, and nobody picks self among thousands. */
const maxCandidates = 1_000;

export interface Survey {
  self: Self | null;
  candidates: IngestionReport['candidates'];
  /** Documents that the export holds; what the progress is measured against. */
  total: number;
  /** A document's stance hangs on who self is, and nobody has said. */
  needsSelf: boolean;
  /** Self was named, and none of the export's authors is called so; an export without authors says nothing. */
  selfUnknown: boolean;
}

/** Reads the export once without keeping anything: how much there is, and who self could be. */
export async function surveyExport(
  files: Export,
  source: Source,
  options: Pick<IngestionOptions, 'self' | 'stance' | 'kind'>,
  signal: AbortSignal,
): Promise<Survey> {
  const own = await source.self(files, signal);
  const given = options.self === undefined ? null : { name: options.self };
  const authors = new Map<string, Survey['candidates'][number]>();
  let matched: Author | undefined;
  let total = 0;
  let undecided = 0;
  for await (const event of readExport(files, source, options, signal)) {
    if (event.type !== 'document') continue;
    total += 1;
    const { author, stance } = event.document;
    if (author === undefined) continue;
    if (stance === undefined && options.stance === undefined) undecided += 1;
    // Sought among all authors: only the candidates are bounded.
    if (matched === undefined && given !== null && isSelf(author, given)) matched = author;
    const key = author.id ?? author.name;
    const seen = authors.get(key);
    if (seen) seen.documents += 1;
    else if (authors.size < maxCandidates) authors.set(key, { ...author, documents: 1 });
  }
  const candidates = [...authors.values()].sort(
    (a, b) => b.documents - a.documents || (a.name < b.name ? -1 : 1),
  );
  // A name given by the operator is matched to the account, so that its id is used where the export has ids.
  if (given !== null) matched = candidates.find((author) => isSelf(author, given)) ?? matched;
  const self = matched
    ? { ...(matched.id === undefined ? {} : { id: matched.id }), name: matched.name }
    : (given ?? own);
  return {
    self,
    candidates: candidates.slice(0, 20),
    total,
    needsSelf: self === null && undecided > 0,
    selfUnknown: given !== null && matched === undefined && candidates.length > 0,
  };
}

export function readExport(
  files: Export,
  source: Source,
  options: Pick<IngestionOptions, 'self' | 'stance' | 'kind'>,
  signal: AbortSignal,
): AsyncIterable<SourceEvent> {
  return source.read(
    files,
    {
      ...(options.self === undefined ? {} : { self: options.self }),
      ...(options.stance === undefined ? {} : { stance: options.stance }),
      ...(options.kind === undefined ? {} : { kind: options.kind }),
    },
    signal,
  );
}
