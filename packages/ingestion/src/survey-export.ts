import type { Author, IngestionOptions, IngestionReport } from '@personate/contracts';
import type { Export, Source, SourceEvent } from '@personate/sources';
import { isSelf, type Self } from './normalise.ts';

/** Distinct authors that are counted; a public channel can have more, and nobody picks self among thousands. */
const maxCandidates = 1_000;

export interface Survey {
  self: Self | null;
  /** Self is whose account the export is of; nobody named anyone. */
  byAccount: boolean;
  candidates: IngestionReport['candidates'];
  /** Documents that the export holds; what the progress is measured against. */
  total: number;
  /** A document's stance hangs on who self is, and nobody has said. */
  needsSelf: boolean;
  /** Self was named, and none of the export's authors is called so; an export without authors says nothing. */
  selfUnknown: boolean;
}

/**
 * Reads the export once without keeping anything: how much there is, and who self could be. An author who is called
 * exactly what the persona is called is self without being named.
 */
export async function surveyExport(
  files: Export,
  source: Source,
  options: Pick<IngestionOptions, 'self' | 'stance' | 'kind'> & {
    personaName?: string | undefined;
  },
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
  const named = given ?? own;
  const namesake =
    named === null && undecided > 0 ? onlyNamesake(candidates, options.personaName) : undefined;
  const found = matched ?? namesake;
  const self = found
    ? { ...(found.id === undefined ? {} : { id: found.id }), name: found.name }
    : named;
  const needsSelf = self === null && undecided > 0;
  return {
    self,
    byAccount: given === null && own !== null,
    // Where every document says whose words it is, there is nothing to ask.
    candidates: needsSelf || given !== null ? candidates.slice(0, 20) : [],
    total,
    needsSelf,
    selfUnknown: given !== null && matched === undefined && candidates.length > 0,
  };
}

/** Two of one name are two people: which one is for somebody to say. */
function onlyNamesake(
  candidates: Survey['candidates'],
  personaName: string | undefined,
): Survey['candidates'][number] | undefined {
  if (personaName === undefined) return undefined;
  const same = candidates.filter(({ name }) => isSelf({ name }, { name: personaName }));
  return same.length === 1 ? same[0] : undefined;
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
