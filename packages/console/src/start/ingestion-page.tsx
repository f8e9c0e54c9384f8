import type { IngestionJob, IngestionReport } from '@personate/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { client } from '../client.ts';
import { Proposals } from '../persona/proposals.tsx';
import { formatCount, formatDate, formatDuration } from '../ui/format.ts';
import { Busy, Button, Panel, Share, Trouble } from '../ui/parts.tsx';
import { useTitle } from '../ui/use-title.ts';

const ended = (job: IngestionJob | undefined) =>
  job !== undefined && ['done', 'failed', 'cancelled'].includes(job.status);

const headings: Record<IngestionJob['status'], string> = {
  queued: 'Ingesting',
  running: 'Ingesting',
  done: 'Ingested',
  failed: 'Not ingested',
  cancelled: 'Stopped',
};

/** Watches one ingestion, then shows what it made. */
export function IngestionPage({
  personaId,
  ingestionId,
}: {
  personaId: string;
  ingestionId: string;
}) {
  const queries = useQueryClient();
  const job = useQuery({
    queryKey: ['ingestion', ingestionId],
    queryFn: () => client.ingestions.get(personaId, ingestionId),
  });
  const isOver = ended(job.data);
  useTitle(job.data?.fileName);
  const [lost, setLost] = useState<unknown>(null);
  useEffect(() => {
    if (isOver) {
      for (const stale of ['personas', 'persona', 'proposals', 'statistics'])
        void queries.invalidateQueries({ queryKey: [stale] });
      return;
    }
    const leaving = new AbortController();
    const watch = async () => {
      const { signal } = leaving;
      for await (const now of client.ingestions.watch(personaId, ingestionId, signal))
        queries.setQueryData(['ingestion', ingestionId], now);
    };
    watch().catch((error: unknown) => {
      if (!leaving.signal.aborted) setLost(error);
    });
    return () => leaving.abort();
  }, [personaId, ingestionId, isOver, queries]);

  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-8">
      <h1 className="text-2xl font-semibold">{headings[job.data?.status ?? 'running']}</h1>
      {job.error && <Trouble error={job.error} />}
      {lost !== null && !isOver && !job.error && <Trouble error={lost} />}
      {job.isLoading && <Busy>Looking for the job …</Busy>}
      {job.data && <Progress job={job.data} />}
      {job.data?.status === 'done' && (
        <>
          <Proposals
            personaId={personaId}
            empty="The persona's own words have not changed how it is drafted."
          />
          <div>
            <Link
              to="/p/$personaId"
              params={{ personaId }}
              className="inline-flex rounded-lg bg-accent px-4 py-2 font-medium text-accent-ink"
            >
              Talk to it
            </Link>
          </div>
        </>
      )}
    </div>
  );
}

function Progress({ job }: { job: IngestionJob }) {
  const { documents, total, passages } = job.progress;
  const [started] = useState(() => ({ at: Date.now(), documents }));
  // oxlint-disable-next-line react/purity -- An estimate: it is as old as the progress it is drawn with.
  const elapsed = (Date.now() - started.at) / 1000;
  const rate = (documents - started.documents) / elapsed;
  const left =
    total !== undefined && rate > 0 && documents < total ? (total - documents) / rate : null;
  const running = !ended(job);
  return (
    <Panel title={job.fileName} aside={running ? <Cancel job={job} /> : undefined}>
      {running && (
        <div role="status" className="flex flex-col gap-2">
          <Share value={documents} of={total ?? Math.max(1, documents)} label="Documents" />
          <p className="flex justify-between text-sm text-muted tabular-nums">
            <span>
              {job.status === 'queued'
                ? 'Waiting for its turn'
                : `${formatCount(documents)}${total === undefined ? '' : ` of ${formatCount(total)}`} documents, ${formatCount(passages)} passages`}
            </span>
            <span>{left !== null && elapsed > 2 ? `${formatDuration(left)} left` : ''}</span>
          </p>
        </div>
      )}
      {job.error && (
        <div role="alert" className="text-sm">
          <p className="font-medium">{job.error.message}</p>
          <p className="mt-1 text-muted">{job.error.fix}</p>
        </div>
      )}
      {job.report && (
        <p className="text-sm tabular-nums">
          {job.status === 'cancelled' ? 'Stopped. ' : ''}
          {formatCount(job.report.added)} added, {formatCount(job.report.changed)} changed,{' '}
          {formatCount(job.report.unchanged)} unchanged, {formatCount(job.report.removed)} removed
          {job.report.problemCount > 0
            ? `; ${formatCount(job.report.problemCount)} could not be used`
            : ''}
          .
        </p>
      )}
      {job.report && <Remarks report={job.report} />}
    </Panel>
  );
}

/** What nobody should have to find out from the answers. */
function Remarks({ report: { self, selfUnlike, beyondKnowledge } }: { report: IngestionReport }) {
  return (
    <>
      {self !== null && selfUnlike !== undefined && (
        <p className="mt-2 text-sm">
          The account is that of <bdi>{self.name}</bdi>, the persona is called{' '}
          <bdi>{selfUnlike}</bdi>: what <bdi>{self.name}</bdi> wrote counts as the persona’s own
          words.
        </p>
      )}
      {beyondKnowledge !== undefined && (
        <p className="mt-2 text-sm">
          {beyondKnowledge.documents === 1
            ? '1 document is'
            : `${formatCount(beyondKnowledge.documents)} documents are`}{' '}
          newer than the persona’s knowledge, which ends on{' '}
          {formatDate(beyondKnowledge.asOf, 'day')}: not spoken until that date moves. A draft that
          moves it can be accepted below.
        </p>
      )}
    </>
  );
}

function Cancel({ job: { personaId, ingestionId } }: { job: IngestionJob }) {
  const cancel = useMutation({
    mutationFn: () => client.ingestions.cancel(personaId, ingestionId),
  });
  return (
    <>
      {cancel.error && <Trouble error={cancel.error} />}
      <Button
        tone="quiet"
        disabled={cancel.isPending || cancel.isSuccess}
        onClick={() => cancel.mutate()}
      >
        {cancel.isSuccess ? 'Stopping …' : 'Stop'}
      </Button>
    </>
  );
}
