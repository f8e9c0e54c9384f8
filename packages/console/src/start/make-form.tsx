import type { Inspection, PersonaSummary } from '@personate/contracts';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { client } from '../client.ts';
import { usePersonas } from '../shell/use-personas.ts';
import { idOf } from '../ui/format.ts';
import { Button, Trouble } from '../ui/parts.tsx';
import { AccountUnlike } from './account-unlike.tsx';
import type { AskedStance } from './stance-question.tsx';
import { statedSubject, SubjectQuestion, type Subject } from './subject-question.tsx';

/** Names the persona and begins; says what is missing until it can. */
export function MakeForm({
  inspection,
  busy,
  into: given,
  source,
  self,
  stance,
  asksStance,
  onStarted,
}: {
  inspection: Inspection;
  busy: boolean;
  into: PersonaSummary | undefined;
  source: string;
  self: string | null;
  stance: AskedStance | null;
  asksStance: boolean;
  onStarted: (personaId: string, ingestionId: string) => void;
}) {
  const { report } = inspection;
  const chosen = report.candidates.find((one) => (one.id ?? one.name) === self)?.name;
  const { active } = usePersonas();
  const [target, setTarget] = useState(given);
  const into = given ?? target;
  const [name, setName] = useState<string | null>(null);
  const [subject, setSubject] = useState<Subject | null>(null);
  const shownName = name ?? chosen ?? report.self?.name ?? '';
  const id = into?.id ?? idOf(shownName);
  const total = report.documents.own + report.documents.about + report.documents.context;
  const missing =
    asksStance && stance === null
      ? 'Say first whether they wrote it.'
      : isUndecided(inspection, self, stance)
        ? 'Say who the persona is first.'
        : total === 0 && !busy
          ? 'There is nothing in it that could be used.'
          : !into && subject === null
            ? 'Say whose words these are.'
            : null;
  /** Where only what came after failed, it is there already when that is tried again. */
  const made = useRef<string | null>(null);
  const make = useMutation({
    mutationFn: async () => {
      if (!into && subject !== null && made.current !== id) {
        await client.personas.create({ id, name: shownName, ...statedSubject(subject) });
        made.current = id;
      }
      // Of notes that are there already the server knows the source that they are in.
      const isThere = given !== undefined && report.unchanged > 0;
      const named = report.format === 'jsonl' || (report.format === 'notes' && !isThere);
      const job = await client.ingestions.start(
        id,
        { upload: inspection.upload?.token ?? '' },
        {
          ...(named ? { source } : {}),
          ...(self === null ? {} : { self }),
          ...(stance === null ? {} : { stance }),
        },
      );
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
      {!given && active.length > 0 && (
        <label className="flex flex-col gap-1 text-sm">
          <span className="font-medium">What becomes of it</span>
          <select
            value={target?.id ?? ''}
            onChange={(event) => setTarget(active.find(({ id }) => id === event.target.value))}
            className="rounded-lg border border-line bg-paper px-3 py-2 text-base"
          >
            <option value="">A new persona</option>
            {active.map((one) => (
              <option key={one.id} value={one.id}>
                Added to {one.name} ({one.id})
              </option>
            ))}
          </select>
        </label>
      )}
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
          <span className="text-xs break-words text-muted">
            {id === '' ? 'As people call them.' : `Its id will be ${id}.`}
          </span>
        </label>
      )}
      {!into && <SubjectQuestion value={subject} onChange={setSubject} />}
      <AccountUnlike report={report} persona={into?.name ?? shownName} />
      {make.error && <Trouble error={make.error} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          tone="accent"
          disabled={make.isPending || busy || total === 0 || id === '' || missing !== null}
        >
          {into ? (
            <span>
              Add to <bdi>{into.name}</bdi>
            </span>
          ) : (
            'Make this persona'
          )}
        </Button>
        {missing !== null && <span className="text-sm text-muted">{missing}</span>}
      </div>
    </form>
  );
}

/** Several authors, none of them known to be self: it is never guessed. */
function isUndecided(
  { report }: Inspection,
  self: string | null,
  stance: AskedStance | null,
): boolean {
  return (
    report.self === null &&
    self === null &&
    stance === null &&
    report.documents.own === 0 &&
    report.candidates.length > 0
  );
}
