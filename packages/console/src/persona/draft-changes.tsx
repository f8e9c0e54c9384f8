import {
  coversPath,
  itemsOf,
  type PersonaChange,
  type StoredDraftItem,
} from '@personate/contracts';
import type { ReactNode } from 'react';
import { More, Share } from '../ui/parts.tsx';
import { useShown } from '../ui/use-shown.ts';
import { labelOf, readable } from './change-rows.ts';

/** Counted on its own words: taken along with the rest, not decided on. */
const measures = 'persona.voice.measured';

/** A draft's changes by part of the persona, each to be taken or left, with what it rests on. */
export function DraftChanges({
  changes,
  items,
  left,
  onLeft,
}: {
  changes: readonly PersonaChange[];
  items: readonly StoredDraftItem[];
  /** Paths that are not to be taken. */
  left: ReadonlySet<string>;
  onLeft: (paths: readonly string[], isLeft: boolean) => void;
}) {
  const told = changes.filter(({ path }) => !coversPath(measures, path));
  const { shown, left: hidden, more } = useShown(told, 60);
  const groups = new Map<string, PersonaChange[]>();
  for (const change of shown) {
    const label = labelOf(change.path);
    groups.set(label, [...(groups.get(label) ?? []), change]);
  }
  return (
    <div className="max-h-[36rem] overflow-y-auto">
      {[...groups].map(([label, group]) => (
        <fieldset key={label} className="border-t border-line py-2 first:border-t-0">
          <legend className="float-left mb-1 w-full text-sm">
            <Choice
              isTaken={!group.every(({ path }) => left.has(path))}
              onTaken={(isTaken) =>
                onLeft(
                  group.map(({ path }) => path),
                  !isTaken,
                )
              }
            >
              <span className="text-muted">{label}</span>
            </Choice>
          </legend>
          <ul className="clear-both flex flex-col gap-1 pl-6">
            {group.map((change) => (
              <li key={change.path}>
                <Choice
                  isTaken={!left.has(change.path)}
                  onTaken={(isTaken) => onLeft([change.path], !isTaken)}
                >
                  <Sides change={change} />
                </Choice>
                <Why items={itemsOf(change.path, items)} />
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
      <More left={hidden} onMore={more} />
    </div>
  );
}

function Choice({
  isTaken,
  onTaken,
  children,
}: {
  isTaken: boolean;
  onTaken: (isTaken: boolean) => void;
  children: ReactNode;
}) {
  return (
    <label className="flex items-start gap-2 text-sm">
      <input
        type="checkbox"
        className="mt-1 shrink-0 accent-accent"
        checked={isTaken}
        onChange={(event) => onTaken(event.target.checked)}
      />
      <span
        className={isTaken ? 'min-w-0 break-words' : 'min-w-0 break-words text-muted line-through'}
        dir="auto"
      >
        {children}
      </span>
    </label>
  );
}

function Sides({ change: { before, after } }: { change: PersonaChange }) {
  const [old, now] = [readable(before), readable(after)];
  return (
    <>
      {old !== '' && <del className="mr-2 text-muted">{old}</del>}
      {now !== '' && <ins className="no-underline">{now}</ins>}
    </>
  );
}

/** Confidence in view; quotations on demand. */
function Why({ items }: { items: readonly StoredDraftItem[] }) {
  const [first] = items;
  if (first === undefined) return null;
  const quotes = items.flatMap((item) => item.quotes);
  const bases = items.flatMap(({ basis }) => (basis === undefined ? [] : [basis]));
  const documents = new Set(items.flatMap(({ evidence }) => evidence));
  const summary = (
    <>
      <span className="inline-block w-16 align-middle">
        <Share value={first.confidence} label="Confidence, 0 to 1" />
      </span>
      {first.from === 'model' && <span className="ml-2">by the model</span>}
      {documents.size > 0 && (
        <span className="ml-2 tabular-nums">
          {documents.size} {documents.size === 1 ? 'document' : 'documents'}
        </span>
      )}
    </>
  );
  if (quotes.length + bases.length + documents.size === 0)
    return <p className="pl-6 text-xs text-muted">{summary}</p>;
  return (
    <details className="pl-6 text-xs text-muted">
      <summary className="cursor-pointer">{summary}</summary>
      <div className="flex flex-col gap-1 py-1 pl-3">
        {bases.map((basis) => (
          <p key={basis}>{basis}</p>
        ))}
        {quotes.map(({ documentId, text }) => (
          <blockquote key={`${documentId} ${text}`} className="font-serif" dir="auto">
            “{text}” <cite className="font-mono not-italic">{documentId}</cite>
          </blockquote>
        ))}
        {quotes.length === 0 && documents.size > 0 && (
          <p className="font-mono break-all">{[...documents].join(', ')}</p>
        )}
      </div>
    </details>
  );
}
