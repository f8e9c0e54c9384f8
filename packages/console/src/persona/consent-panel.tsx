import type { ConsentState } from '@personate/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../client.ts';
import { SubjectQuestion, statedSubject, type Subject } from '../start/subject-question.tsx';
import { formatDate } from '../ui/format.ts';
import { Button, Panel, Trouble } from '../ui/parts.tsx';

/** What its subject agreed to: stated here, and taken back here. */
export function ConsentPanel({ personaId, state }: { personaId: string; state: ConsentState }) {
  const queries = useQueryClient();
  const told = useQuery({
    queryKey: ['consent', personaId, state],
    queryFn: () => client.personas.consent(personaId),
  });
  const [subject, setSubject] = useState<Subject | null>(null);
  const [sure, setSure] = useState(false);
  const onSuccess = async () => {
    setSure(false);
    setSubject(null);
    for (const stale of ['consent', 'persona', 'personas'])
      await queries.invalidateQueries({ queryKey: [stale] });
  };
  const withdraw = useMutation({
    mutationFn: () => client.personas.withdrawConsent(personaId),
    onSuccess,
  });
  const give = useMutation({
    mutationFn: (stated: Subject) => {
      const { consent } = statedSubject(stated);
      return client.personas.giveConsent(personaId, {
        subject: stated.kind,
        ...(consent ?? { basis: 'No living person is imitated: stated in the console.' }),
      });
    },
    onSuccess,
  });
  const silent = state === 'missing' || state === 'withdrawn';
  return (
    <Panel title="Consent">
      <p className="text-sm">{words[state]}</p>
      {told.data?.basis !== undefined && (
        <p className="mt-1 text-sm break-words text-muted" dir="auto">
          {told.data.basis}
          {told.data.evidence === undefined ? '' : ` (${told.data.evidence})`}
        </p>
      )}
      {told.data?.withdrawnAt !== undefined && (
        <p className="mt-1 text-sm text-muted">
          Withdrawn on {formatDate(told.data.withdrawnAt, 'day')}.
        </p>
      )}
      {(withdraw.error ?? give.error) !== null && <Trouble error={withdraw.error ?? give.error} />}
      {silent ? (
        <form
          className="mt-3 flex flex-col items-start gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (subject !== null) give.mutate(subject);
          }}
        >
          <SubjectQuestion value={subject} onChange={setSubject} />
          <Button type="submit" tone="accent" disabled={subject === null || give.isPending}>
            State it
          </Button>
        </form>
      ) : (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          {sure ? (
            <>
              <Button onClick={() => withdraw.mutate()} disabled={withdraw.isPending}>
                Yes, it answers nobody from now on
              </Button>
              <Button tone="quiet" onClick={() => setSure(false)}>
                Keep it
              </Button>
            </>
          ) : (
            <Button tone="quiet" onClick={() => setSure(true)}>
              Withdraw consent
            </Button>
          )}
        </div>
      )}
    </Panel>
  );
}

const words: Record<ConsentState, string> = {
  'not-needed': 'Nobody living is imitated, so none is needed.',
  given: 'It is given.',
  missing:
    'It is not stated whom this persona is made of, or what they agreed to: it answers nobody.',
  withdrawn: 'It is withdrawn: the persona answers nobody.',
};
