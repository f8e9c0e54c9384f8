import type { Document, IngestionReport } from '@personate/contracts';
import type { DocumentWrite } from '@personate/records';
import { withdrawSource } from './common/withdraw-source.ts';
import { refuseChanged } from './refuse-changed.ts';
import { chunkPassages, passagesVersion } from './chunk-passages.ts';
import { refuseUnknownSelf, requireSelf } from './check-self.ts';
import { isWithheld } from './is-withheld.ts';
import type { IngestDeps, IngestionWork } from './deps.ts';
import { embeddersAtHand } from './embedders-at-hand.ts';
import { GivenVectors } from './given-vectors.ts';
import { inspectExport } from './inspect-export.ts';
import type { Window } from './measure-passage.ts';
import { openGeneration } from './open-generation.ts';
import { prepareDocuments } from './prepare-documents.ts';
import { project } from './project.ts';
import { purgeKept } from './purge-removed.ts';
import { ReportBuilder } from './report.ts';
import { settleSource } from './settle-source.ts';
import { surveyExport } from './survey-export.ts';

const documentsPerBatch = 256;

/**
 * One ingestion from export to store: survey → (read → normalise → compare → store → project) in batches → remove.
 * Every batch is committed before the next one is read, so that a kill costs one batch; a resumed run reads the
 * export again, and what was stored counts as what it became the first time.
 */
export async function runIngestion(
  deps: IngestDeps,
  work: IngestionWork,
  signal: AbortSignal,
): Promise<IngestionReport | null> {
  const { job } = work;
  const { ingestionId, personaId, options } = job;
  const started = await deps.ingestions.start(ingestionId);
  if (started === null) return null;
  if (work.path === null) return withdrawSource(deps, work, { ...started, signal });
  const { path } = work;
  await refuseChanged({ path, sha256: work.sha256 }, signal);
  if (options.dryRun) return dryRun(deps, { ...work, path }, signal);

  const persona = (await deps.personas.serving(personaId)).version.document;
  await using files = await deps.exports.open(path, job.fileName, signal);
  const source = await deps.exports.source(files, options.format, signal);
  const survey = await surveyExport(
    files,
    source,
    { ...options, personaName: persona.name },
    signal,
  );
  refuseUnknownSelf(survey, options.self);
  requireSelf(survey);
  const sourceId = await settleSource(deps, { files, source, survey, personaId, options }, signal);
  const report = new ReportBuilder(
    source.format,
    survey,
    files.files.map((file) => file.path),
    persona,
  );
  const generation = await openGeneration(deps, { personaId, signal });
  const embedder = await deps.embedders.of(generation, signal);
  const windows = await embeddersAtHand(deps, personaId, signal);

  const scope = { ingestionId, attempt: started.attempt, passagesVersion };
  const selfNames = [...new Set([persona.name, ...(survey.self ? [survey.self.name] : [])])];
  let documents = 0;
  let passages = 0;
  let cancelled = false;
  const tell = (phase: 'reading' | 'embedding' | 'storing') =>
    deps.ingestions.progress(ingestionId, { phase, documents, total: survey.total, passages });

  const given = new GivenVectors({ embeddings: deps.embeddings, embedder }, { personaId, report });
  for await (const batch of prepareDocuments(
    files,
    source,
    { personaId, sourceId, self: survey.self, options, onEmbeddings: given.add },
    report,
    documentsPerBatch,
    signal,
  )) {
    const { writes, fresh } = await compare(deps, { ...scope, windows }, batch, report);
    for (const document of fresh) report.document(document);
    await deps.corpus.writeBatch(scope, writes);
    await given.store();
    documents += batch.length;
    await tell('embedding');
    const before = passages;
    await project(deps, {
      generation,
      windows,
      selfNames,
      ingestionId,
      signal,
      settle: false,
      onStep: async (step) => {
        passages = before + step.passages;
        await tell('embedding');
      },
    });
    if (await deps.ingestions.cancelRequested(ingestionId)) {
      cancelled = true;
      break;
    }
  }
  if (options.full && !cancelled) {
    // A line that could not be read may be a document that still stands: removing on such ground would lose it.
    if (report.problemCount > 0) {
      report.problem({
        file: '',
        code: 'full.not-removed',
        message:
          'Nothing was removed, because some records could not be read. Mend them and run it again.',
      });
    } else {
      await deps.corpus.removeUnmet({
        personaId,
        sourceId: source.namesSources === true ? null : sourceId,
        ingestionId,
        attempt: started.attempt,
      });
    }
  }
  await tell('storing');
  await project(deps, {
    generation,
    windows,
    selfNames,
    ingestionId,
    signal,
    ...(documents > 0 ? { settle: true } : {}),
  });
  // One that served before, and is kept, is told of what is gone, of nothing else.
  await purgeKept(deps, { personaId, signal });

  const counts = await deps.corpus.countOutcomes(ingestionId);
  const changedAnything = counts.added + counts.changed + counts.removed > 0;
  // Vectors of texts that are gone go too.
  if (counts.changed + counts.removed > 0 || given.any) await deps.embeddings.prune(personaId);
  const embedded = (await deps.ingestions.get(ingestionId, signal))?.embedded ?? 0;
  // Texts stand in the documents alone: what is removed there must not be left in a report.
  const { samples: _samples, ...result } = report.build({ ...counts, embedded });
  // A persona's own export comes with the persona that it made. Before it is told that all is done: who waits for the end looks for the draft next.
  if (changedAnything && !cancelled && source.namesSources !== true) {
    await deps.draft(personaId, ingestionId).catch((error: unknown) => {
      deps.log.error({ err: error, ingestionId }, 'persona was not drafted');
    });
  }
  await deps.ingestions.finish(ingestionId, cancelled ? 'cancelled' : 'done', result);
  if (work.blobId !== null) await deps.uploads.discard(work.blobId);
  deps.log.info(
    { ingestionId, personaId, ...counts, embedded, problems: result.problemCount },
    'ingestion finished',
  );
  return result;
}

/** Everything is read and compared, nothing is stored but the report. */
async function dryRun(
  deps: IngestDeps,
  work: IngestionWork & { path: string },
  signal: AbortSignal,
): Promise<IngestionReport> {
  const { ingestionId, personaId, options, fileName } = work.job;
  const report = await inspectExport(deps, {
    path: work.path,
    fileName,
    personaId,
    options,
    signal,
  });
  await deps.ingestions.finish(ingestionId, 'done', report);
  if (work.blobId !== null) await deps.uploads.discard(work.blobId);
  return report;
}

/** What each document of the batch is against the records: added, changed, unchanged; met twice, it is a duplicate. */
async function compare(
  deps: IngestDeps,
  scope: { ingestionId: string; attempt: number; windows: readonly Window[] },
  batch: readonly Document[],
  report: ReportBuilder,
): Promise<{ writes: DocumentWrite[]; fresh: Document[] }> {
  const keys = batch.map((document) => document.documentKey);
  const [known, met] = await Promise.all([
    deps.corpus.known(keys),
    deps.corpus.outcomes(scope.ingestionId, keys),
  ]);
  const writes: DocumentWrite[] = [];
  const fresh: Document[] = [];
  for (const document of batch) {
    const before = met.get(document.documentKey);
    if (before?.attempt === scope.attempt) {
      report.skipped('duplicate');
      continue;
    }
    const stored = known.get(document.documentKey);
    if (stored !== undefined && isWithheld(stored, document)) {
      report.skipped('removed-by-hand');
      continue;
    }
    fresh.push(document);
    const same =
      stored !== undefined &&
      !stored.deleted &&
      stored.hash === document.hash &&
      stored.passagesVersion === passagesVersion;
    if (same) {
      // The outcome of an earlier attempt stays: it was this ingestion that stored it.
      writes.push({ document, outcome: before?.outcome ?? 'unchanged' });
    } else {
      const passages = await chunkPassages(scope.windows, document);
      writes.push({
        document,
        passages,
        outcome: stored === undefined || stored.deleted ? 'added' : 'changed',
      });
    }
  }
  return { writes, fresh };
}
