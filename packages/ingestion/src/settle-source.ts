import { createHash } from 'node:crypto';
import {
  commonSourcePrefix,
  improvisedSource,
  interviewSource,
  type IngestionOptions,
} from '@personate/contracts';
import type { Export, Source } from '@personate/sources';
import { normalise } from './normalise.ts';
import { sourceIdOf } from './source-id.ts';
import { readExport, type Survey } from './survey-export.ts';

/** Enough to tell an export by; reading stops behind them. */
const sampled = 200;

export interface SettleSourceDeps {
  corpus: {
    /** How many of these documents, told by id and SHA-256 (hex) of their text, each source of the persona holds. */
    heldBy(
      personaId: string,
      documents: ReadonlyArray<{ externalId: string; textHash: string }>,
    ): Promise<Map<string, number>>;
  };
}

/**
 * The source that the documents are of. What comes from no account and was not named, as a folder of notes, is of the
 * source that holds most of these very documents already, whatever that was called when they came first: else the same
 * folder would be known twice. @throws as `sourceIdOf`
 */
export async function settleSource(
  deps: SettleSourceDeps,
  input: {
    files: Export;
    source: Source;
    survey: Survey;
    personaId: string;
    options: IngestionOptions;
  },
  signal: AbortSignal,
): Promise<string> {
  const { files, source, survey, personaId, options } = input;
  const named = sourceIdOf(options.source, source, survey.self);
  const isNamed = options.source !== undefined || source.namesSources === true || survey.byAccount;
  if (isNamed) return named;
  const sample: Array<{ externalId: string; textHash: string }> = [];
  const scope = { personaId, sourceId: named, self: survey.self, options };
  for await (const event of readExport(files, source, options, signal)) {
    if (event.type !== 'document') continue;
    const result = normalise(scope, event.document);
    if (result.type !== 'document') continue;
    const { externalId, text } = result.document;
    sample.push({ externalId, textHash: createHash('sha256').update(text, 'utf8').digest('hex') });
    if (sample.length >= sampled) break;
  }
  if (sample.length === 0) return named;
  const held = await deps.corpus.heldBy(personaId, sample);
  if (2 * (held.get(named) ?? 0) >= sample.length) return named;
  const [most] = [...held]
    .filter(([sourceId]) => !isOurs(sourceId))
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most !== undefined && 2 * most[1] >= sample.length ? most[0] : named;
}

/** Sources that no export is of. */
function isOurs(sourceId: string): boolean {
  return (
    sourceId.startsWith(commonSourcePrefix) ||
    sourceId === improvisedSource ||
    sourceId === interviewSource
  );
}
