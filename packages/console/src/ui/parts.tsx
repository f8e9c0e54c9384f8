import { PersonateError } from '@personate/client';
import { Link } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { formatCount } from './format.ts';

const join = (...names: Array<string | false | undefined>) => names.filter(Boolean).join(' ');

export function Button({
  tone = 'plain',
  className,
  ...rest
}: ComponentProps<'button'> & { tone?: 'plain' | 'accent' | 'quiet' }) {
  const tones = {
    plain: 'border border-line bg-raised hover:bg-sunken',
    accent: 'bg-accent text-accent-ink hover:opacity-90',
    quiet: 'text-muted hover:text-ink hover:bg-sunken',
  };
  return (
    <button
      type="button"
      {...rest}
      className={join(
        'inline-flex items-center gap-2 rounded-lg px-3 py-1.5 text-sm font-medium',
        tones[tone],
        className,
      )}
    />
  );
}

export function Panel({
  id,
  title,
  aside,
  children,
}: {
  id?: string;
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-label={title} className="rounded-lg border border-line bg-raised p-4">
      {title !== undefined && (
        <header className="mb-3 flex items-baseline justify-between gap-4">
          <h2 className="text-sm font-semibold">{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}

/** What went wrong, and what to do about it; what is not there has advice for programs, and here a way on. */
export function Trouble({ error }: { error: unknown }) {
  const known = error instanceof PersonateError;
  return (
    <div
      role="alert"
      className="rounded-lg border border-line border-l-4 border-l-warn bg-raised px-4 py-3 text-sm"
    >
      <p className="font-medium break-words whitespace-pre-line">
        {error instanceof Error ? error.message : 'Something went wrong.'}
      </p>
      {known && error.status !== 404 && <p className="mt-1 text-muted">{error.fix}</p>}
      {known && error.status === 404 && (
        <Link to="/" className="mt-1 inline-block text-accent hover:underline">
          To the start page
        </Link>
      )}
    </div>
  );
}

/** One sentence that teaches, and at most one action. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 py-4 text-sm text-muted">
      <p>{children}</p>
      {action}
    </div>
  );
}

/** A share of a whole, as a bar with its value for screen readers and on hover. */
export function Share({ value, of = 1, label }: { value: number; of?: number; label: string }) {
  const share = of === 0 ? 0 : Math.max(0, Math.min(1, value / of));
  return (
    <span
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={value}
      title={`${label}: ${Number(value.toFixed(2))}`}
      className="inline-block h-1.5 w-full overflow-hidden rounded-full bg-sunken"
    >
      <span
        className="block h-full rounded-full bg-accent"
        style={{ width: `${(share * 100).toFixed(1)}%` }}
      />
    </span>
  );
}

export function Busy({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="py-6 text-sm text-muted">
      {children}
    </p>
  );
}

export function More({ left, onMore }: { left: number; onMore: () => void }) {
  if (left === 0) return null;
  return (
    <Button tone="quiet" className="mt-2" onClick={onMore}>
      Show more <span className="text-muted tabular-nums">({formatCount(left)} left)</span>
    </Button>
  );
}
