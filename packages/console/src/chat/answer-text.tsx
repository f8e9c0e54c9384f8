import type { Citation } from '@personate/contracts';
import type { ReactNode } from 'react';

interface Span {
  start: number;
  end: number;
  ns: number[];
}

/** Cuts the answer where citations begin and end, so that a sentence and its source can light up together. */
export function spansOf(text: string, citations: readonly Citation[]): Span[] {
  const placed = citations.filter(
    (one) => one.startIndex !== undefined && one.endIndex !== undefined,
  );
  const cuts = new Set([0, text.length]);
  for (const { startIndex, endIndex } of placed) {
    for (const cut of [startIndex, endIndex])
      if (cut !== undefined && cut >= 0 && cut <= text.length) cuts.add(cut);
  }
  const order = [...cuts].sort((a, b) => a - b);
  return order.slice(0, -1).map((start, i) => {
    const end = order[i + 1] ?? text.length;
    const ns = placed
      .filter((one) => (one.startIndex ?? 0) <= start && (one.endIndex ?? 0) >= end)
      .map((one) => one.n);
    return { start, end, ns: [...new Set(ns)] };
  });
}

export function AnswerText({
  text,
  citations,
  lit,
  onLight,
  onOpen,
}: {
  text: string;
  citations: readonly Citation[];
  lit: number | null;
  onLight: (n: number | null) => void;
  onOpen: (n: number) => void;
}): ReactNode {
  return (
    <p
      className="font-serif text-[17px] leading-relaxed break-words whitespace-pre-wrap"
      dir="auto"
    >
      {spansOf(text, citations).map(({ start, end, ns }) => {
        const part = text.slice(start, end);
        const [first] = ns;
        if (first === undefined) return part;
        const on = lit !== null && ns.includes(lit);
        return (
          <span key={start}>
            <mark
              className={`rounded-sm text-ink ${on ? 'bg-accent-soft' : 'bg-transparent'}`}
              onPointerEnter={() => onLight(first)}
              onPointerLeave={() => onLight(null)}
            >
              {part.trimEnd()}
            </mark>
            {/* A word joiner: the number stays with the sentence that it belongs to. */}
            {'\u2060'}
            {ns.map((n) => (
              <button
                key={n}
                type="button"
                data-mark={n}
                aria-label={`Source ${n}`}
                className={`mx-0.5 rounded px-1 align-super font-sans text-[11px] leading-none tabular-nums ${lit === n ? 'bg-accent text-accent-ink' : 'text-accent hover:bg-accent-soft'}`}
                onPointerEnter={() => onLight(n)}
                onPointerLeave={() => onLight(null)}
                onFocus={() => onLight(n)}
                onBlur={() => onLight(null)}
                onClick={() => onOpen(n)}
              >
                {n}
              </button>
            ))}
            {part.slice(part.trimEnd().length)}
          </span>
        );
      })}
    </p>
  );
}
