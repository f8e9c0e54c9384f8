import type { IngestionReport } from '@personate/contracts';
import type { ReactNode } from 'react';
import { formatCount, formatDate } from '../ui/format.ts';

/** One of it, and more than one. */
const skippedWords: Record<string, readonly [string, string]> = {
  repost: ['repost of somebody else’s', 'reposts of others'],
  'direct-message': ['direct message', 'direct messages'],
  'direct-message-of-others': ['direct message by somebody else', 'direct messages by others'],
  'other-peoples-data': ['file with other people’s data', 'files with other people’s data'],
  'file-not-read': ['file that is not read', 'files that are not read'],
  'nested-zip': ['zip inside it', 'zips inside it'],
  media: ['picture or recording', 'pictures and recordings'],
  duplicate: ['duplicate', 'duplicates'],
  unpublished: ['draft', 'drafts'],
  likes: ['list of likes', 'lists of likes'],
  questions: ['list of questions', 'lists of questions'],
  empty: ['without text', 'without text'],
  'no-words': ['without words', 'without words'],
  deleted: ['deleted', 'deleted'],
  'removed-by-hand': ['that was removed by hand', 'that were removed by hand'],
};

function sayLeft(reason: string, count: number): string {
  const [one, more] = skippedWords[reason] ?? [reason, reason];
  return `${formatCount(count)} ${count === 1 ? one : more}`;
}

/** Who, how much, of which time, and what is left out and why. */
export function Facts({ report, unasked }: { report: IngestionReport; unasked: boolean }) {
  const { own, about, context } = report.documents;
  const left = Object.entries(report.skipped).map(([reason, n]) => sayLeft(reason, n));
  return (
    <dl>
      <Row label="Self">{report.self?.name ?? 'not said by the export'}</Row>
      <Row label="Documents">
        {unasked ? `${formatCount(report.problemCount)} whose author is not known yet, ` : ''}
        {formatCount(own)} own{about ? `, ${formatCount(about)} about them` : ''}
        {context ? `, ${formatCount(context)} by others, as context` : ''}
      </Row>
      <Row label="Time">
        {unasked
          ? 'read once it is said whose words they are'
          : report.firstAt
            ? `${formatDate(report.firstAt, 'day')} – ${formatDate(report.lastAt, 'day')}`
            : 'undated'}
      </Row>
      {report.unchanged > 0 && (
        <Row label="There already">{`${formatCount(report.unchanged)} of them, unchanged`}</Row>
      )}
      <Row label="Left out">{left.length === 0 ? 'nothing' : left.join(', ')}</Row>
    </dl>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4 border-b border-line py-1.5 text-sm">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 text-right break-words tabular-nums" dir="auto">
        {children}
      </dd>
    </div>
  );
}
