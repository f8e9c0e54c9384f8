import type { IngestionOptions, IngestionReport } from '@personate/contracts';
import type { KnownDocument } from '@personate/records';
import { refuseUnknownSelf } from './check-self.ts';
import type { IngestDeps } from './deps.ts';
import { isWithheld } from './is-withheld.ts';
import { prepareDocuments } from './prepare-documents.ts';
import { ReportBuilder } from './report.ts';
import { settleSource } from './settle-source.ts';
import { sourceIdOf } from './source-id.ts';
import { surveyExport } from './survey-export.ts';

export type InspectDeps = Pick<IngestDeps, 'exports'> & {
  corpus: Pick<IngestDeps['corpus'], 'known' | 'heldBy'>;
  personas: Pick<IngestDeps['personas'], 'serving'>;
};

/**
 * What an import would do, without doing it. With a persona, documents are compared with what it has; without one,
 * all are new. An export that does not say who self is is inspected as far as it can be: `self` is null, `candidates` say
 * who. @throws ExpectedError `ingestion.self-unknown`.
 */
export async function inspectExport(
  deps: InspectDeps,
  input: {
    path: string;
    fileName: string;
    personaId: string | null;
    options: IngestionOptions;
    signal: AbortSignal;
  },
): Promise<IngestionReport> {
  const { options, signal } = input;
  const persona =
    input.personaId === null
      ? null
      : (await deps.personas.serving(input.personaId)).version.document;
  await using files = await deps.exports.open(input.path, input.fileName, signal);
  const source = await deps.exports.source(files, options.format, signal);
  const survey = await surveyExport(
    files,
    source,
    { ...options, personaName: persona?.name },
    signal,
  );
  refuseUnknownSelf(survey, options.self);
  const report = new ReportBuilder(
    source.format,
    survey,
    files.files.map((file) => file.path),
    persona,
  );
  const personaId = input.personaId ?? 'nobody-yet';
  const sourceId =
    input.personaId !== null
      ? await settleSource(deps, { files, source, survey, personaId, options }, signal)
      : options.source === undefined
        ? source.format
        : sourceIdOf(options.source, source, survey.self);
  const counts = { added: 0, changed: 0, unchanged: 0, removed: 0, embedded: 0 };
  const met = new Set<string>();
  for await (const batch of prepareDocuments(
    files,
    source,
    { personaId, sourceId, self: survey.self, options },
    report,
    256,
    signal,
  )) {
    const known =
      input.personaId === null
        ? new Map<string, KnownDocument>()
        : await deps.corpus.known(batch.map((document) => document.documentKey));
    for (const document of batch) {
      if (met.has(document.documentKey)) {
        report.skipped('duplicate');
        continue;
      }
      met.add(document.documentKey);
      const stored = known.get(document.documentKey);
      if (stored !== undefined && isWithheld(stored, document)) {
        report.skipped('removed-by-hand');
        continue;
      }
      report.document(document);
      if (stored === undefined || stored.deleted) counts.added += 1;
      else if (stored.hash === document.hash) counts.unchanged += 1;
      else counts.changed += 1;
    }
  }
  return report.build(counts);
}
