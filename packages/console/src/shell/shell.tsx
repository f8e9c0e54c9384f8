import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Menu, Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Palette } from '../palette/palette.tsx';
import { hueOf } from '../ui/format.ts';
import { Button } from '../ui/parts.tsx';
import { Side } from './side.tsx';

/** Personas on the left, the page beside them. */
export function Shell() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const current = /^\/p\/([^/]+)/.exec(path)?.[1];
  /** The page that the menu was opened on: going to another one closes it. */
  const [menuOn, setMenuOn] = useState<string | null>(null);
  const menu = menuOn === path;
  const [palette, setPalette] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setPalette((shown) => !shown);
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, []);
  useEffect(() => {
    if (!menu) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setMenuOn(null);
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [menu]);

  return (
    <div
      className="accented grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] lg:grid-cols-[240px_minmax(0,1fr)] lg:grid-rows-1"
      style={
        current === undefined ? {} : ({ '--accent-hue': hueOf(current) } as React.CSSProperties)
      }
    >
      <div className="flex h-12 items-center justify-between border-b border-line px-3 lg:hidden">
        <Link to="/" className="font-semibold">
          Personate
        </Link>
        <span className="flex">
          <Button tone="quiet" aria-label="Go to …" onClick={() => setPalette(true)}>
            <Search size={18} aria-hidden />
          </Button>
          <Button
            tone="quiet"
            aria-label={menu ? 'Close the menu' : 'Personas'}
            aria-expanded={menu}
            onClick={() => setMenuOn(menu ? null : path)}
          >
            {menu ? <X size={18} aria-hidden /> : <Menu size={18} aria-hidden />}
          </Button>
        </span>
      </div>
      <Side
        className={`${menu ? 'fixed inset-x-0 top-12 bottom-0 z-20 flex' : 'hidden'} bg-sunken lg:static lg:flex`}
        current={current}
        onPalette={() => setPalette(true)}
      />
      <main className="min-h-0 overflow-y-auto">
        <Outlet />
      </main>
      <Palette open={palette} onClose={() => setPalette(false)} current={current} />
    </div>
  );
}
