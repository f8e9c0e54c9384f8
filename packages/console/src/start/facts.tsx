import type { IngestionReport } from '@personate/contracts';
import type { ReactNode } from 'react';
import { formatCount, formatDate } from '../ui/format.ts';

const skippedWords: Record<string, string> = {
  repost: 'reposts of others',
  'direct-message': 'direct messages',
  'direct-message-of-others': 'direct messages by others',
  'other-peoples-data': 'other people’s data',
  'file-not-read': 'files that are not read',
  media: 'pictures and recordings',
  duplicate: 'duplicates',
  empty: 'without text',
  'no-words': 'without words',
  deleted: 'deleted',
};

/** Who, how much, of which time, and what is left out and why. */
export function Facts({ report, unasked }: { report: IngestionReport; unasked: boolean }) {
  const { own, about, context } = report.documents;
  const left = Object.entries(report.skipped).map(
    ([reason, n]) => `${formatCount(n)} ${skippedWords[reason] ?? reason}`,
  );
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
