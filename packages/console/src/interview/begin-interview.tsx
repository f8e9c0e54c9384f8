import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../client.ts';
import { Button, Panel, Trouble } from '../ui/parts.tsx';

const lengths = [20, 30, 40];

/** Who answers, and how long it shall be. */
export function BeginInterview({ personaId, name }: { personaId: string; name: string }) {
  const queries = useQueryClient();
  const [expert, setExpert] = useState<string | null>(null);
  const [questions, setQuestions] = useState(30);
  const begin = useMutation({
    mutationFn: () =>
      client.interviews.begin(personaId, {
        questions,
        ...(expert === null ? {} : { role: 'expert' as const, respondent: expert.trim() }),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['interviews', personaId] }),
  });
  return (
    <Panel>
      <form
        className="flex flex-col gap-4 text-sm"
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-medium">Who answers?</legend>
          <label className="flex items-center gap-2">
            <input
              type="radio"
              name="role"
              className="accent-accent"
              checked={expert === null}
              onChange={() => setExpert(null)}
            />
            <span dir="auto">{name}: the answers are their own words</span>
          </label>
          <label className="flex items-center gap-2">
            <input
              type="radio"
              name="role"
              className="accent-accent"
              checked={expert !== null}
              onChange={() => setExpert('')}
            />
            <span>Somebody who knows them: the answers are told about them</span>
          </label>
          {expert !== null && (
            <input
              aria-label="Name of who answers"
              placeholder="Name"
              required
              maxLength={200}
              value={expert}
              onChange={(event) => setExpert(event.target.value)}
              className="ml-6 rounded-lg border border-line bg-raised px-3 py-1.5"
            />
          )}
        </fieldset>
        <fieldset className="flex flex-wrap gap-4">
          <legend className="mb-2 font-medium">How many questions?</legend>
          {lengths.map((length) => (
            <label key={length} className="flex items-center gap-2 tabular-nums">
              <input
                type="radio"
                name="length"
                className="accent-accent"
                checked={questions === length}
                onChange={() => setQuestions(length)}
              />
              {length}
            </label>
          ))}
        </fieldset>
        {begin.error && <Trouble error={begin.error} />}
        <div>
          <Button type="submit" tone="accent" disabled={begin.isPending}>
            Begin
          </Button>
        </div>
      </form>
    </Panel>
  );
}
