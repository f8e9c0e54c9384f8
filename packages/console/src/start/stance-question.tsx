/** `to` is for conversations, whose lines name their authors. */
export type AskedStance = 'by' | 'about';

const answers = [
  ['by', 'Yes, these are their own words'],
  ['about', 'No, others wrote this about them'],
] as const;

/** Files without an author do not say whose words they are, and nobody may guess: only a person's own shape the voice. */
export function StanceQuestion({
  format,
  value,
  busy,
  onChange,
}: {
  format: string;
  value: AskedStance | null;
  busy: boolean;
  onChange: (stance: AskedStance) => void;
}) {
  return (
    <fieldset className="mt-4 rounded-lg bg-accent-soft p-3" aria-busy={busy}>
      <legend className="float-left text-sm font-medium">
        Did this person write {format === 'notes' ? 'these notes' : 'this'}?
      </legend>
      <div className="clear-both flex flex-col gap-1 pt-2">
        {answers.map(([stance, label]) => (
          <label key={stance} className="flex items-center gap-2 text-sm">
            <input
              type="radio"
              name="stance"
              className="accent-accent"
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
