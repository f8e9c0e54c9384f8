import type { PersonaDocument } from '@personate/contracts';

export interface Subject {
  kind: PersonaDocument['subject']['kind'];
  basis: string;
  evidence: string;
}

const answers: ReadonlyArray<[Subject['kind'], string, string]> = [
  ['self', 'Mine', 'You state by this that you are this person.'],
  ['real', 'A living person’s, who agreed', 'It answers nobody without what they agreed to.'],
  ['deceased', 'Someone’s who has died', ''],
  ['historical', 'A historical figure’s', ''],
  ['fictional', 'An invented character’s', ''],
];

/** A persona of a living person needs their consent; nothing here is guessed. */
export function SubjectQuestion({
  value,
  onChange,
}: {
  value: Subject | null;
  onChange: (subject: Subject) => void;
}) {
  return (
    <fieldset className="rounded-lg bg-accent-soft p-3">
      <legend className="float-left text-sm font-medium">Whose words are these?</legend>
      <div className="clear-both flex flex-col gap-1 pt-2">
        {answers.map(([kind, label, hint]) => (
          <label key={kind} className="flex items-baseline gap-2 text-sm">
            <input
              type="radio"
              name="subject"
              className="accent-accent"
              checked={value?.kind === kind}
              onChange={() => onChange({ kind, basis: '', evidence: '' })}
            />
            <span>
              {label}
              {value?.kind === kind && hint !== '' && (
                <span className="block text-xs text-muted">{hint}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      {value?.kind === 'real' && (
        <div className="flex flex-col gap-3 pt-3">
          <Field
            label="What they agreed to"
            placeholder="Asked in person; may be asked by the family"
            value={value.basis}
            onChange={(basis) => onChange({ ...value, basis })}
          />
          <Field
            label="Where that is written down"
            placeholder="Their letter of 1 March 2026"
            value={value.evidence}
            onChange={(evidence) => onChange({ ...value, evidence })}
          />
        </div>
      )}
    </fieldset>
  );
}

function Field({
  label,
  placeholder,
  value,
  onChange,
}: {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
}) {
  return (
    <label className="flex flex-col gap-1 text-sm">
      <span className="font-medium">{label}</span>
      <input
        value={value}
        dir="auto"
        required
        maxLength={2_000}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        className="rounded-lg border border-line bg-paper px-3 py-2 text-base"
      />
    </label>
  );
}

/** As the persona's document says it. */
export function statedSubject({ kind, basis, evidence }: Subject) {
  const subject = { kind };
  if (kind === 'real') return { subject, consent: { basis, evidence } };
  if (kind !== 'self') return { subject };
  return {
    subject,
    consent: { basis: 'I am this person, and these are my own words: stated in the console.' },
  };
}
