import {
  type Document,
  emptyCounts,
  endOfKnowledge,
  latestMs,
  type IngestionReport,
  isPlainlyOther,
  type PersonaDocument,
  type Problem,
} from '@personate/contracts';
import type { Survey } from './survey-export.ts';

/** Problems that a report shows; all are counted. */
const shownProblems = 100;
const shownSamples = 5;

/** What one reading of an export tells, gathered as it goes. */
export class ReportBuilder {
  readonly #report: IngestionReport;
  readonly #asOf: string | undefined;

  /** @param persona whom the documents are for; null: nobody yet. */
  constructor(
    format: string,
    survey: Survey,
    files: readonly string[],
    persona: Pick<PersonaDocument, 'name' | 'knowledgeLimits'> | null,
  ) {
    const limits = persona?.knowledgeLimits;
    this.#asOf = limits?.enabled === true ? limits.asOf : undefined;
    const isUnlike =
      persona !== null &&
      survey.self !== null &&
      survey.byAccount &&
      isPlainlyOther(survey.self, [persona.name]);
    this.#report = {
      format,
      self:
        survey.self === null
          ? null
          : {
              ...(survey.self.id === undefined ? {} : { id: survey.self.id }),
              name: survey.self.name,
            },
      ...(isUnlike ? { selfUnlike: persona.name } : {}),
      candidates: survey.candidates,
      documents: { own: 0, about: 0, context: 0 },
      added: 0,
      changed: 0,
      unchanged: 0,
      removed: 0,
      embedded: 0,
      skipped: emptyCounts(),
      firstAt: null,
      lastAt: null,
      languages: emptyCounts(),
      files: files.slice(0, 200),
      problems: [],
      problemCount: 0,
      samples: [],
    };
  }

  document(document: Document): void {
    const report = this.#report;
    report.documents[({ by: 'own', about: 'about', to: 'context' } as const)[document.stance]] += 1;
    report.languages[document.language] = (report.languages[document.language] ?? 0) + 1;
    if (document.at !== undefined) {
      const at = new Date(document.at).toISOString();
      if (report.firstAt === null || at < report.firstAt) report.firstAt = at;
      if (report.lastAt === null || at > report.lastAt) report.lastAt = at;
      // What others said to the persona is not spoken anyhow.
      if (document.stance !== 'to') this.#beyond(latestMs(at, document.atPrecision));
    }
    if (
      document.stance !== 'to' &&
      report.samples !== undefined &&
      report.samples.length < shownSamples
    ) {
      report.samples.push(document.text.slice(0, 280));
    }
  }

  /** @param latest the last instant that its time may mean, by which recall goes. */
  #beyond(latest: number): void {
    const asOf = this.#asOf;
    if (asOf === undefined || latest <= Date.parse(endOfKnowledge(asOf))) return;
    const documents = (this.#report.beyondKnowledge?.documents ?? 0) + 1;
    this.#report.beyondKnowledge = { asOf, documents };
  }

  skipped(reason: string, count = 1): void {
    this.#report.skipped[reason] = (this.#report.skipped[reason] ?? 0) + count;
  }

  problem(problem: Problem): void {
    this.#report.problemCount += 1;
    if (this.#report.problems.length < shownProblems) this.#report.problems.push(problem);
  }

  get problemCount(): number {
    return this.#report.problemCount;
  }

  build(counts: {
    added: number;
    changed: number;
    unchanged: number;
    removed: number;
    embedded: number;
  }): IngestionReport {
    return { ...this.#report, ...counts };
  }
}
