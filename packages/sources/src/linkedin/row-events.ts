import type { Author, SourceDocument } from '@personate/contracts';
import type { SeenIds } from '../read/seen-ids.ts';
import { problem, skipped } from '../source-events.ts';
import type { SourceEvent } from '../source.ts';
import { achievementRows } from './achievement-rows.ts';
import { careerRows } from './career-rows.ts';
import { profileDocument, summaryDocument } from './profile.ts';
import { commentRow, shareRow } from './social-row.ts';

export interface Context {
  author: Author | null;
  /** Profile.csv brings the summary, which newer exports bring in a file of its own as well. */
  hasSummary: boolean;
  ids: SeenIds;
}

export type Told = Omit<SourceDocument, 'place' | 'author'>;

/** What one row of a file that is read tells. */
export function* rowEvents(
  name: string,
  cells: Record<string, string>,
  path: string,
  line: number,
  context: Context,
): Generator<SourceEvent> {
  if (name === 'profile' || name === 'profile summary') {
    const told = name === 'profile' ? profileDocument(cells) : summaryDocument(cells);
    if (!told) yield skipped('no-words', path);
    else if (name === 'profile summary' && context.hasSummary) yield skipped('duplicate', path);
    else if (context.ids.add(told.externalId)) yield documentEvent(told, path, line, context);
    else yield skipped('duplicate', path);
    return;
  }
  const careerRow = careerRows[name] ?? achievementRows[name];
  if (careerRow) {
    const told = careerRow(cells);
    if (!told) return yield problem(path, 'linkedin.bad-row', 'The row names nothing.', line);
    for (const cell of told.unclear) {
      const message = `It is not clear which date "${cell.slice(0, 60)}" is; it was left out.`;
      yield problem(path, 'linkedin.time-unclear', message, line);
    }
    const { id, title, text, language, time, facts } = told;
    const externalId = context.ids.addDistinct(id);
    const document: Told = {
      externalId,
      title,
      text,
      ...(language === undefined ? {} : { language }),
      ...time,
      kind: 'career',
      stance: 'by',
      facts,
    };
    return yield documentEvent(document, path, line, context);
  }
  const row = name === 'shares' ? shareRow(cells) : commentRow(cells);
  if (row.type === 'skipped') yield skipped(row.reason, path);
  else if (row.type === 'problem') yield problem(path, 'linkedin.bad-row', row.message, line);
  else if (context.ids.add(row.document.externalId))
    yield documentEvent(row.document, path, line, context);
  else yield skipped('duplicate', path);
}

export function documentEvent(
  told: Told,
  file: string,
  line: number | undefined,
  { author }: Context,
): SourceEvent {
  const place = { file, ...(line === undefined ? {} : { line }) };
  return { type: 'document', document: { ...told, ...(author ? { author } : {}), place } };
}
