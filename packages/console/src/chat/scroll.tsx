import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Exchange } from './use-conversation.ts';

/** Follows what is being said while the reader is at its end, and stays where they left it otherwise. */
export function Scroll({ watch, children }: { watch: readonly Exchange[]; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const count = useRef(0);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    if (watch.length !== count.current) atEnd.current = true;
    count.current = watch.length;
    // An opening is read from its beginning.
    if (watch.length === 0) current.scrollTop = 0;
    else if (atEnd.current) current.scrollTop = current.scrollHeight;
  }, [watch]);
  return (
    <div
      ref={box}
      className="min-h-0 flex-1 overflow-y-auto"
      onScroll={({ currentTarget: at }) => {
        atEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < 40;
      }}
    >
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-8 px-4 py-6">{children}</div>
    </div>
  );
}
