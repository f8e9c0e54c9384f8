import type { Suggestion } from '@personate/contracts';

/** Enough to find the others by. */
const mostNamed = 5;

/** Personas that answer nobody for want of a word on whom they are made of. */
export function suggestConsent(silent: ReadonlyArray<{ id: string }>): Suggestion[] {
  if (silent.length === 0) return [];
  const named = silent.slice(0, mostNamed).map(({ id }) => id);
  const others = silent.length > mostNamed ? ` and ${silent.length - mostNamed} more` : '';
  return [
    {
      code: 'persona.consent-missing',
      message: `It is not stated whom these are made of, or what that person agreed to, so they answer nobody: ${named.join(', ')}${others}.`,
      fix: `personate persona consent give ${named[0] ?? ''} --subject self; or --subject real --basis "…" --evidence "…"`,
    },
  ];
}
