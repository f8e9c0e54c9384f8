import type { Interview } from '@personate/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { client } from '../client.ts';
import { Busy, Button, Panel, Share, Trouble } from '../ui/parts.tsx';
import { useTitle } from '../ui/use-title.ts';
import { BeginInterview } from './begin-interview.tsx';
import { Question } from './question.tsx';

/** Asks what no text tells: one question at a time, each answer kept at once. */
export function InterviewPage({ personaId }: { personaId: string }) {
  const persona = useQuery({
    queryKey: ['persona', personaId],
    queryFn: () => client.personas.get(personaId),
  });
  const interviews = useQuery({
    queryKey: ['interviews', personaId],
    queryFn: () => client.interviews.list(personaId),
  });
  useTitle(persona.data && `Interview · ${persona.data.name}`);
  const name = persona.data?.name ?? personaId;
  const unfinished = interviews.data?.find(({ status }) => status !== 'finished');
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6 px-4 py-8">
      <header>
        <h1 className="text-2xl font-semibold text-balance" dir="auto">
          An interview with {unfinished?.respondent ?? name}
        </h1>
        <p className="mt-1 text-sm text-muted">
          Asked is what no text tells, and what the draft is not sure of. Each answer is kept at
          once; at the end they become documents of {name}.
        </p>
      </header>
      {persona.error && <Trouble error={persona.error} />}
      {interviews.error && <Trouble error={interviews.error} />}
      {interviews.isLoading && <Busy>Looking for an unfinished interview …</Busy>}
      {interviews.data &&
        (unfinished === undefined ? (
          <BeginInterview personaId={personaId} name={name} />
        ) : (
          <Conversation interview={unfinished} />
        ))}
    </div>
  );
}

function Conversation({ interview }: { interview: Interview }) {
  const { personaId, interviewId, questions } = interview;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const finish = useMutation({
    mutationFn: () => client.interviews.finish(personaId, interviewId),
    onSuccess: async ({ ingestion }) => {
      await queries.invalidateQueries({ queryKey: ['interviews'] });
      await navigate({
        to: '/p/$personaId/ingestions/$ingestionId',
        params: { personaId, ingestionId: ingestion.ingestionId },
      });
    },
  });
  const answered = questions.filter(({ status }) => status === 'answered').length;
  const left = questions.filter(({ status }) => status === 'open').length;
  return (
    <>
      <div className="flex flex-col gap-1">
        <Share value={questions.length - left} of={questions.length} label="Questions done" />
        <p className="flex justify-between text-sm text-muted tabular-nums">
          <span>
            {answered} answered, {left} left of {questions.length}
          </span>
        </p>
      </div>
      {left > 0 ? (
        <Question interview={interview} />
      ) : (
        <Panel>
          <p className="text-sm">That was the last question.</p>
        </Panel>
      )}
      {finish.error && <Trouble error={finish.error} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          tone={left === 0 ? 'accent' : 'plain'}
          disabled={finish.isPending || answered === 0}
          onClick={() => finish.mutate()}
        >
          {left === 0 ? 'Take the answers in' : 'Stop for now and take the answers in'}
        </Button>
        {left > 0 && <span className="text-sm text-muted">You can go on with it at any time.</span>}
      </div>
    </>
  );
}
