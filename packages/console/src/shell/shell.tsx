import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Menu, Moon, Plus, Sun, X } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api.ts';
import { hueOf } from '../ui/format.ts';
import { Button } from '../ui/parts.tsx';
import { useTheme } from './use-theme.ts';

/** Personas on the left, the page beside them. */
export function Shell() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const current = /^\/p\/([^/]+)/.exec(path)?.[1];
  /** The page that the menu was opened on: going to another one closes it. */
  const [menuOn, setMenuOn] = useState<string | null>(null);
  const menu = menuOn === path;
  return (
    <div
      className="accented grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] lg:grid-cols-[240px_minmax(0,1fr)] lg:grid-rows-1"
      style={
        current === undefined ? {} : ({ '--accent-hue': hueOf(current) } as React.CSSProperties)
      }
    >
      <div className="flex items-center justify-between border-b border-line px-3 py-2 lg:hidden">
        <Link to="/" className="font-semibold">
          Personate
        </Link>
        <Button
          tone="quiet"
          aria-label={menu ? 'Close the menu' : 'Personas'}
          aria-expanded={menu}
          onClick={() => setMenuOn(menu ? null : path)}
        >
          {menu ? <X size={18} aria-hidden /> : <Menu size={18} aria-hidden />}
        </Button>
      </div>
      <Side
        className={`${menu ? 'fixed inset-x-0 top-12 bottom-0 z-20 flex' : 'hidden'} bg-sunken lg:static lg:flex`}
        current={current}
      />
      <main className="min-h-0 overflow-y-auto">
        <Outlet />
      </main>
    </div>
  );
}

function Side({ className, current }: { className: string; current: string | undefined }) {
  const personas = useQuery({ queryKey: ['personas'], queryFn: api.personas });
  const status = useQuery({
    queryKey: ['status'],
    queryFn: api.status,
    refetchInterval: (query) => (query.state.data?.loading.length ? 2_000 : false),
  });
  const [theme, toggle] = useTheme();
  const speaker = status.data?.speaker;
  return (
    <nav aria-label="Personas" className={`min-h-0 flex-col border-r border-line ${className}`}>
      <Link to="/" className="hidden px-4 pt-4 pb-2 text-base font-semibold lg:block">
        Personate
      </Link>
      <ul className="min-h-0 flex-1 overflow-y-auto px-2 py-2">
        {personas.data?.items
          .filter((one) => one.status === 'active')
          .map((one) => (
            <li
              key={one.id}
              className="accented"
              style={{ '--accent-hue': hueOf(one.id) } as React.CSSProperties}
            >
              <Link
                to="/p/$personaId"
                params={{ personaId: one.id }}
                aria-current={current === one.id ? 'page' : undefined}
                className={`flex items-center gap-2 rounded-lg px-2 py-1.5 ${current === one.id ? 'bg-accent-soft font-medium' : 'hover:bg-raised'}`}
              >
                <span aria-hidden className="size-2 shrink-0 rounded-full bg-accent" />
                <span className="truncate" dir="auto">
                  {one.name}
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
          <Link
            to="/"
            className="mt-1 flex items-center gap-2 rounded-lg px-2 py-1.5 text-muted hover:bg-raised hover:text-ink"
          >
            <Plus size={14} aria-hidden /> Add somebody
          </Link>
        </li>
      </ul>
      <footer className="flex flex-col gap-2 border-t border-line p-3 text-xs text-muted">
        {speaker?.kind === 'extractive' && (
          <details>
            <summary className="cursor-pointer">No model: it quotes itself</summary>
            <p className="mt-1">{speaker.change}</p>
            {status.data?.suggestions.map((one) => (
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
        <button
          type="button"
          onClick={toggle}
          className="inline-flex items-center gap-2 self-start hover:text-ink"
        >
          {theme === 'dark' ? <Sun size={14} aria-hidden /> : <Moon size={14} aria-hidden />}{' '}
          {theme === 'dark' ? 'Light' : 'Dark'}
        </button>
      </footer>
    </nav>
  );
}
