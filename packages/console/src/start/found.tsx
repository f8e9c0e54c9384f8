import { PersonateError } from '@personate/client';
import type { PersonaSummary } from '@personate/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../client.ts';
import { slugOf } from '../ui/format.ts';
import { Busy, Button, Panel, Trouble } from '../ui/parts.tsx';
import { Candidates } from './candidates.tsx';
import { Facts } from './facts.tsx';
import { MakeForm } from './make-form.tsx';
import { Problems, Samples } from './samples.tsx';
import { StanceQuestion, type AskedStance } from './stance-question.tsx';

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
  const [stance, setStance] = useState<AskedStance | null>(null);
  const source = sourceOf(file.name);
  const inspection = useQuery({
    queryKey: ['inspect', file.name, file.size, file.lastModified, into?.id, stance],
    queryFn: ({ signal }) => inspect({ file, into: into?.id, source, stance }, signal),
    retry: false,
    gcTime: 0,
    refetchOnWindowFocus: false,
    // What was found stays in view while it is read again with an answer.
    placeholderData: keepPreviousData,
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
  const asksStance =
    stance !== null ||
    report.problems.some((problem) => problem.code === 'document.stance-unknown');
  return (
    <Panel
      title={`${file.name}: ${report.format}`}
      aside={
        <Button tone="quiet" onClick={onCancel}>
          Choose another
        </Button>
      }
    >
      <Facts report={report} unasked={asksStance && stance === null} />
      {asksStance && (
        <StanceQuestion
          format={report.format}
          value={stance}
          busy={inspection.isFetching}
          onChange={setStance}
        />
      )}
      {report.self === null && report.candidates.length > 0 && (
        <Candidates report={report} value={self} onChange={setSelf} />
      )}
      <Samples report={report} />
      {/* Until the question is answered, what it is about is no fault of the files. */}
      {!(asksStance && stance === null) && <Problems report={report} />}
      <MakeForm
        inspection={inspection.data}
        busy={inspection.isFetching}
        into={into}
        source={source}
        self={self}
        stance={stance}
        asksStance={asksStance}
        onStarted={onStarted}
      />
    </Panel>
  );
}

/** Compared with the persona that it is for; only a format that cannot do without is told a source's name. */
async function inspect(
  {
    file,
    into,
    source,
    stance,
  }: { file: File; into: string | undefined; source: string; stance: AskedStance | null },
  signal: AbortSignal,
) {
  const options = {
    keep: true,
    ...(into === undefined ? {} : { persona: into }),
    ...(stance === null ? {} : { stance }),
  };
  try {
    return await client.inspect({ file }, options, signal);
  } catch (error) {
    const isNamed = error instanceof PersonateError && error.code === 'ingestion.source-needed';
    if (!isNamed) throw error;
    return client.inspect({ file }, { ...options, source }, signal);
  }
}

/** The neutral formats have no account to name their source by: the file's name does, and a newer export keeps it. */
const sourceOf = (fileName: string) =>
  slugOf(fileName.replace(/\.(?:zip|jsonl|md|markdown|txt|csv)$/i, '')) || 'upload';
