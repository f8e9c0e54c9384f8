import { PersonateError } from '@personate/client';
import { Button, Trouble } from '../ui/parts.tsx';

/** A persona of somebody living would come to need nobody's consent. */
export const isUnconfirmed = (error: unknown): boolean =>
  error instanceof PersonateError && error.code === 'persona.subject-unconfirmed';

/** One word of the text would do away with somebody's say: it is asked for once more. */
export function ConfirmSubject({ message, onConfirm }: { message: string; onConfirm: () => void }) {
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-2 rounded-lg border border-line border-l-4 border-l-warn bg-raised px-4 py-3 text-sm"
    >
      <p className="font-medium break-words">{message}</p>
      <p className="text-muted">
        If that is not what you meant, put the kind of the subject back. Whoever no longer agrees
        has their consent withdrawn on the page about the persona.
      </p>
      <Button onClick={onConfirm}>It is of nobody living: save it so</Button>
    </div>
  );
}

/** What failed; where it is only unconfirmed, a way to confirm it. */
export function TroubleOrConfirm({ error, onConfirm }: { error: Error; onConfirm: () => void }) {
  return isUnconfirmed(error) ? (
    <ConfirmSubject message={error.message} onConfirm={onConfirm} />
  ) : (
    <Trouble error={error} />
  );
}
