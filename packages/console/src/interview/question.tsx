import type { Interview } from '@personate/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../client.ts';
import { Button, Empty, Trouble } from '../ui/parts.tsx';

const topics: Record<Interview['questions'][number]['topic'], string> = {
  life: 'Life',
  people: 'People',
  skills: 'What you can do',
  voice: 'How you talk',
  character: 'Character',
  goals: 'What you want',
  views: 'What you think',
  limits: 'What you do not know',
};

/** One question; the next one comes when this one is answered or skipped. */
export function Question({ interview }: { interview: Interview }) {
  const { personaId, interviewId, questions } = interview;
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<number | null>(null);
  const [texts, setTexts] = useState<Readonly<Record<number, string>>>({});
  const isOpen = ({ status }: (typeof questions)[number]) => status === 'open';
  const question = questions.find(({ n }) => n === chosen) ?? questions.find(isOpen);
  const send = useMutation({
    mutationFn: (answer: { n: number; text: string } | { n: number; skip: true }) =>
      client.interviews.answer(personaId, interviewId, answer),
    onSuccess: (now) => {
      setChosen(null);
      queries.setQueryData<Interview[]>(['interviews', personaId], (all = []) =>
        all.map((one) => (one.interviewId === now.interviewId ? now : one)),
      );
    },
  });
  if (question === undefined) return <Empty>No question is open.</Empty>;
  const { n, topic, text, why } = question;
  const written = texts[n] ?? question.answer ?? '';
  const before = questions.findLast((one) => one.n < n && one.status !== 'erased');
  const answer = () => {
    const said = written.trim();
    if (said !== '' && !send.isPending) send.mutate({ n, text: said });
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        answer();
      }}
    >
      <p className="text-xs text-muted">
        {topics[topic]}. {why}
      </p>
      <label
        htmlFor="answer"
        className="min-h-16 font-serif text-xl leading-relaxed text-balance"
        dir="auto"
      >
        {text}
      </label>
      <textarea
        key={n}
        id="answer"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- Whoever sends an answer wants to write the next one.
        autoFocus
        rows={6}
        maxLength={20_000}
        dir="auto"
        value={written}
        onChange={(event) => setTexts({ ...texts, [n]: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) answer();
        }}
        className="rounded-lg border border-line bg-raised p-3 text-base leading-relaxed"
      />
      {send.error && <Trouble error={send.error} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="accent" disabled={send.isPending || written.trim() === ''}>
          Answer
        </Button>
        <Button disabled={send.isPending} onClick={() => send.mutate({ n, skip: true })}>
          Skip
        </Button>
        {before !== undefined && (
          <Button tone="quiet" onClick={() => setChosen(before.n)}>
            The one before
          </Button>
        )}
      </div>
    </form>
  );
}
