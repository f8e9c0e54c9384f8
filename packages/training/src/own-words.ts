import {
  endOfKnowledge,
  improvisedSource,
  latestMs,
  publicAudience,
  type Document,
  type LeftOut,
  type PersonaDocument,
} from '@personate/contracts';
import type { Touches } from '@personate/language';

/** Lengths in characters of a text that is learnt from, or answered. */
export const lengths = { least: 15, most: 6_000 } as const;

/** Whom a set is made for, and where its persona ends. */
export interface Rules {
  /** The public among them. */
  audience: ReadonlySet<string>;
  /** null: nothing is too late. */
  knownUntil: string | null;
  /** null: no topic is. */
  offLimits: Touches | null;
}

export function rulesFor(
  persona: Pick<PersonaDocument, 'knowledgeLimits'>,
  options: { groups: readonly string[]; offLimits: Touches | null },
): Rules {
  const { enabled, asOf } = persona.knowledgeLimits;
  return {
    audience: new Set([publicAudience, ...options.groups]),
    knownUntil: enabled && asOf !== undefined ? endOfKnowledge(asOf) : null,
    offLimits: options.offLimits,
  };
}

/** Why a text of the persona's is not learnt from, whatever it answers; null where nothing is against it. */
export function whyLeftOut(document: Document, rules: Rules): LeftOut | null {
  if (document.sourceId === improvisedSource) return 'improvised';
  const { facts, kind } = document;
  // As derivation has it: what is a form's entry was said by nobody.
  if (kind === 'career' && facts !== undefined) return 'form-entry';
  if (facts?.quotes !== undefined) return 'quotes-others';
  return document.text.trim().length < lengths.least
    ? (unfit(document, rules) ?? 'too-short')
    : unfit(document, rules);
}

/** What is against a text on either side. */
export function unfit(document: Document, rules: Rules): LeftOut | null {
  if (!document.audience.some((group) => rules.audience.has(group))) return 'other-audience';
  if (isTooLate(document, rules.knownUntil)) return 'after-knowledge-date';
  // As X wrote it before reposts were records of their own.
  if (/^RT @\w{1,50}:/u.test(document.text)) return 'repost';
  if (document.text.length > lengths.most) return 'too-long';
  return rules.offLimits?.(document.text, document.language) === true ? 'off-limits' : null;
}

/** As recall has it: what is undated may be known. */
function isTooLate({ at, atPrecision }: Document, knownUntil: string | null): boolean {
  if (knownUntil === null || at === undefined) return false;
  return latestMs(at, atPrecision) > Date.parse(knownUntil);
}
