import type { IngestionReport, Inspection, PersonaSummary } from '@personate/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { formatCount, formatDate, slugOf } from '../ui/format.ts';
import { Busy, Button, Panel, Trouble } from '../ui/parts.tsx';

const skippedWords: Record<string, string> = {
  repost: 'reposts of others',
  'direct-message': 'direct messages',
  'direct-message-of-others': 'direct messages by others',
  'other-peoples-data': 'other people’s data',
  duplicate: 'duplicates',
  empty: 'without text',
  deleted: 'deleted',
};

/** What an export holds, who self is, and what becomes of it; nothing is kept before the button. */
export function Found({
  file,
  into,
  onCancel,
  onStarted,
}: {
  file: File;
  into: PersonaSummary | undefined;
  onCancel: () => void;
  onStarted: (personaId: string, ingestionId: string) => void;
}) {
  const [self, setSelf] = useState<string | null>(null);
  const [stance, setStance] = useState<string>('');
  const inspection = useQuery({
    queryKey: ['inspect', file.name, file.size, file.lastModified, stance],
    queryFn: ({ signal }) =>
      api.inspect(file, { source: sourceOf(file.name), ...(stance ? { stance } : {}) }, signal),
    retry: false,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (inspection.isPending)
    return (
      <Panel>
        <Busy>Reading {file.name} …</Busy>
      </Panel>
    );
  if (inspection.error) {
    return (
      <div className="flex flex-col items-start gap-3">
        <Trouble error={inspection.error} />
        <Button onClick={onCancel}>Choose another file</Button>
      </div>
    );
  }
  const { report } = inspection.data;
  const needsStance = report.problems.some((problem) => problem.code === 'document.stance-unknown');
  return (
    <Panel
      title={`${file.name}: ${report.format}`}
      aside={
        <Button tone="quiet" onClick={onCancel}>
          Choose another
        </Button>
      }
    >
      <Facts report={report} />
      {(needsStance || stance !== '') && <Stance value={stance} onChange={setStance} />}
      {report.self === null && report.candidates.length > 0 && (
        <Candidates report={report} value={self} onChange={setSelf} />
      )}
      <Samples report={report} />
      <Problems report={report} />
      <Make
        inspection={inspection.data}
        into={into}
        self={self}
        stance={stance}
        onStarted={onStarted}
      />
    </Panel>
  );
}

/** The neutral format has no account to name its source by: the file's name does, and a newer export keeps it. */
const sourceOf = (fileName: string) => slugOf(fileName.replace(/\.[a-z]+$/i, '')) || 'upload';

function Facts({ report }: { report: IngestionReport }) {
  const { own, about, context } = report.documents;
  const left = Object.entries(report.skipped);
  const row = 'flex justify-between gap-4 border-b border-line py-1.5 text-sm';
  return (
    <dl>
      <div className={row}>
        <dt className="text-muted">Self</dt>
        <dd dir="auto">{report.self?.name ?? 'not said by the export'}</dd>
      </div>
      <div className={row}>
        <dt className="text-muted">Documents</dt>
        <dd className="text-right tabular-nums">
          {formatCount(own)} own{about ? `, ${formatCount(about)} about them` : ''}
          {context ? `, ${formatCount(context)} by others, as context` : ''}
        </dd>
      </div>
      <div className={row}>
        <dt className="text-muted">Time</dt>
        <dd>
          {report.firstAt
            ? `${formatDate(report.firstAt, 'day')} – ${formatDate(report.lastAt, 'day')}`
            : 'undated'}
        </dd>
      </div>
      <div className={row}>
        <dt className="text-muted">Left out</dt>
        <dd className="text-right">
          {left.length === 0
            ? 'nothing'
            : left
                .map(([reason, n]) => `${formatCount(n)} ${skippedWords[reason] ?? reason}`)
                .join(', ')}
        </dd>
      </div>
    </dl>
  );
}

function Stance({ value, onChange }: { value: string; onChange: (stance: string) => void }) {
  const choices = [
    ['by', 'Their own words'],
    ['about', 'Written about them'],
  ] as const;
  return (
    <fieldset className="mt-4">
      <legend className="text-sm font-medium">
        These files do not say who wrote them. Whose words are they?
      </legend>
      <div className="mt-2 flex gap-4">
        {choices.map(([stance, label]) => (
          <label key={stance} className="flex items-center gap-2 text-sm">
            <input
              type="radio"
              name="stance"
              checked={value === stance}
              onChange={() => onChange(stance)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Candidates({
  report,
  value,
  onChange,
}: {
  report: IngestionReport;
  value: string | null;
  onChange: (self: string) => void;
}) {
  return (
    <fieldset className="mt-4">
      <legend className="text-sm font-medium">Who among the authors is the persona?</legend>
      <div className="mt-2 flex flex-col gap-1">
        {report.candidates.slice(0, 8).map((candidate) => {
          const self = candidate.id ?? candidate.name;
          return (
            <label key={self} className="flex items-center gap-2 text-sm">
              <input
                type="radio"
                name="self"
                checked={value === self}
                onChange={() => onChange(self)}
              />
              <span dir="auto">{candidate.name}</span>
              <span className="text-muted tabular-nums">{formatCount(candidate.documents)}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function Samples({ report }: { report: IngestionReport }) {
  if (!report.samples?.length) return null;
  return (
    <details className="mt-4">
      <summary className="cursor-pointer text-sm text-muted">
        A few of the texts, as they were read
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {report.samples.map((sample) => (
          <li
            key={sample}
            className="border-l-2 border-line pl-3 font-serif text-[15px] whitespace-pre-line"
            dir="auto"
          >
            {sample}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Problems({ report }: { report: IngestionReport }) {
  if (report.problemCount === 0) return null;
  return (
    <details className="mt-4">
      <summary className="cursor-pointer text-sm text-warn">
        {formatCount(report.problemCount)} records could not be used
      </summary>
      <ul className="mt-2 flex flex-col gap-1 text-sm">
        {report.problems.slice(0, 20).map((problem) => (
          <li key={`${problem.file} ${problem.line} ${problem.code}`}>
            <code className="text-xs">
              {problem.file}
              {problem.line ? `:${problem.line}` : ''}
            </code>{' '}
            {problem.message}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Make({
  inspection,
  into,
  self,
  stance,
  onStarted,
}: {
  inspection: Inspection;
  into: PersonaSummary | undefined;
  self: string | null;
  stance: string;
  onStarted: (personaId: string, ingestionId: string) => void;
}) {
  const { report } = inspection;
  const chosen = report.candidates.find((one) => (one.id ?? one.name) === self)?.name;
  const [name, setName] = useState<string | null>(null);
  const shownName = name ?? chosen ?? report.self?.name ?? '';
  const id = into?.id ?? slugOf(shownName);
  const total = report.documents.own + report.documents.about + report.documents.context;
  const undecided =
    report.self === null &&
    self === null &&
    stance === '' &&
    report.documents.own === 0 &&
    report.candidates.length > 0;
  const make = useMutation({
    mutationFn: async () => {
      if (!into) await api.createPersona({ id, name: shownName });
      const job = await api.ingest(id, {
        upload: inspection.upload?.token ?? '',
        ...(report.format === 'jsonl' || report.format === 'notes'
          ? { source: sourceOf(inspection.fileName) }
          : {}),
        ...(self === null ? {} : { self }),
        ...(stance === '' ? {} : { stance }),
      });
      return job.ingestionId;
    },
    onSuccess: (ingestionId) => onStarted(id, ingestionId),
  });
  return (
    <form
      className="mt-5 flex flex-col gap-3 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      {!into && (
        <label className="flex flex-col gap-1 text-sm">
          <span className="font-medium">Name of the persona</span>
          <input
            value={shownName}
            dir="auto"
            required
            onChange={(event) => setName(event.target.value)}
            className="rounded-lg border border-line bg-paper px-3 py-2 text-base"
          />
          <span className="text-xs text-muted">
            {id ? `Its id will be ${id}.` : 'The name needs a Latin letter or digit for the id.'}
          </span>
        </label>
      )}
      {make.error && <Trouble error={make.error} />}
      <div className="flex items-center gap-3">
        <Button
          type="submit"
          tone="accent"
          disabled={make.isPending || total === 0 || id === '' || undecided}
        >
          {into ? `Add to ${into.name}` : 'Make this persona'}
        </Button>
        {total === 0 && (
          <span className="text-sm text-muted">There is nothing in it that could be used.</span>
        )}
        {undecided && <span className="text-sm text-muted">Say who the persona is first.</span>}
      </div>
    </form>
  );
}
