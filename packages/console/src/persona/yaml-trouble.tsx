import { PersonateError } from '@personate/client';
import { Button, Trouble } from '../ui/parts.tsx';

const mostLines = 8;

/** What is wrong with a text, and a way to each line that it names. */
export function YamlTrouble({ error, onLine }: { error: unknown; onLine: (line: number) => void }) {
  const lines = linesOf(error);
  return (
    <>
      <Trouble error={error} />
      {lines.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {lines.map((line) => (
            <Button key={line} onClick={() => onLine(line)}>
              Go to line {line}
            </Button>
          ))}
        </p>
      )}
    </>
  );
}

function linesOf(error: unknown): number[] {
  if (!(error instanceof PersonateError && error.code === 'persona.yaml-invalid')) return [];
  const named = Array.from(error.message.matchAll(/^- line (\d+)/gm), ([, line]) => Number(line));
  return [...new Set(named)].slice(0, mostLines);
}

/** Marks a line of the field (the first is 1), and brings it into view. */
export function showLine(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split('\n');
  const before = lines
    .slice(0, line - 1)
    .map((one) => `${one}\n`)
    .join('');
  field.focus();
  field.setSelectionRange(before.length, before.length + (lines[line - 1]?.length ?? 0));
  // Long lines are broken: how far down it is shows in a field of that width which ends there.
  const probe = field.cloneNode() as HTMLTextAreaElement;
  probe.removeAttribute('aria-label');
  probe.style.cssText = `position:absolute;visibility:hidden;height:0;min-height:0;width:${field.offsetWidth}px`;
  probe.value = before;
  field.after(probe);
  field.scrollTop = probe.scrollHeight - field.clientHeight / 3;
  probe.remove();
}
