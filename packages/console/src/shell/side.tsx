import type { Status } from '@personate/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BookText, Moon, Plus, Search, Sun } from 'lucide-react';
import { client } from '../client.ts';
import { hueOf } from '../ui/format.ts';
import { More } from '../ui/parts.tsx';
import { useShown } from '../ui/use-shown.ts';
import { switchTheme, useTheme } from './theme.ts';
import { usePersonas } from './use-personas.ts';

export function Side({
  className,
  current,
  onPalette,
}: {
  className: string;
  current: string | undefined;
  onPalette: () => void;
}) {
  const { active } = usePersonas();
  const { shown, left, more } = useShown(active, 100);
  const isShared = (name: string) => active.filter((one) => one.name === name).length > 1;
  const status = useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => client.status(signal),
    refetchInterval: (query) => (query.state.data?.loading.length ? 2_000 : false),
  });
  const row = 'flex items-center gap-2 rounded-lg px-2 py-1.5';
  return (
    <nav aria-label="Personas" className={`min-h-0 flex-col border-r border-line ${className}`}>
      <Link to="/" className="hidden px-4 pt-4 pb-2 text-base font-semibold lg:block">
        Personate
      </Link>
      <button
        type="button"
        onClick={onPalette}
        className="mx-2 mt-2 mb-1 hidden items-center gap-2 rounded-lg border border-line bg-raised px-2 py-1.5 text-muted hover:text-ink lg:flex"
      >
        <Search size={14} aria-hidden /> Go to …
        <kbd className="ml-auto font-sans text-xs">{shortcut}</kbd>
      </button>
      <ul className="min-h-0 flex-1 overflow-y-auto px-2 py-2">
        {shown.map((one) => (
          <li
            key={one.id}
            className="accented"
            style={{ '--accent-hue': hueOf(one.id) } as React.CSSProperties}
          >
            <Link
              to="/p/$personaId"
              params={{ personaId: one.id }}
              aria-current={current === one.id ? 'page' : undefined}
              title={one.name}
              className={`${row} ${current === one.id ? 'bg-accent-soft font-medium' : 'hover:bg-raised'}`}
            >
              <span aria-hidden className="size-2 shrink-0 rounded-full bg-accent" />
              <span className="min-w-0">
                <span className="block truncate" dir="auto">
                  {one.name}
                </span>
                {isShared(one.name) && (
                  <span className="block truncate text-xs text-muted">{one.id}</span>
                )}
              </span>
              {one.openProposals > 0 && (
                <span
                  className="ml-auto rounded-full bg-accent px-1.5 text-[11px] text-accent-ink"
                  title="Drafts that wait for you"
                >
                  {one.openProposals}
                </span>
              )}
            </Link>
          </li>
        ))}
        <li>
          <More left={left} onMore={more} />
          <Link to="/" className={`mt-1 text-muted hover:bg-raised hover:text-ink ${row}`}>
            <Plus size={14} aria-hidden /> Add somebody
          </Link>
        </li>
      </ul>
      <Foot status={status.data} />
    </nav>
  );
}

const shortcut = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

function Foot({ status }: { status: Status | undefined }) {
  const theme = useTheme();
  const speaker = status?.speaker;
  const item = 'inline-flex items-center gap-2 self-start py-0.5 hover:text-ink';
  return (
    <footer className="flex flex-col gap-1.5 border-t border-line p-3 text-xs text-muted">
      {speaker?.kind === 'extractive' && (
        <details>
          <summary className="cursor-pointer py-0.5">No model: it quotes itself</summary>
          <p className="mt-1 break-words">{speaker.change}</p>
          {status?.suggestions.map((one) => (
            <p key={one.code} className="mt-1">
              {one.message} <code className="break-all">{one.fix}</code>
            </p>
          ))}
        </details>
      )}
      {speaker?.kind === 'endpoint' && (
        <p className="truncate" title={speaker.endpoint ?? ''}>
          Speaks with {speaker.model}
        </p>
      )}
      <a href="/docs" className={item}>
        <BookText size={14} aria-hidden /> HTTP API
      </a>
      <button type="button" onClick={switchTheme} className={item}>
        {theme === 'dark' ? <Sun size={14} aria-hidden /> : <Moon size={14} aria-hidden />}
        {theme === 'dark' ? 'Light' : 'Dark'}
      </button>
    </footer>
  );
}
