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
    queryKey: ['inspect', file.name, file.size, file.lastModified, stance],
    queryFn: ({ signal }) =>
      client.inspect(
        { file },
        { keep: true, source, ...(stance === null ? {} : { stance }) },
        signal,
      ),
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

/** The neutral format has no account to name its source by: the file's name does, and a newer export keeps it. */
const sourceOf = (fileName: string) => slugOf(fileName.replace(/\.[a-z]+$/i, '')) || 'upload';
