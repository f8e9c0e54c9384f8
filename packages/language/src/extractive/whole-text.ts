import type { SearchResult } from '@personate/contracts';
import type { Span } from './build-spans.ts';

/** A passage under what it stands under: its title and headings. */
export function wholeText({
  title,
  headings = [],
  text,
}: Pick<SearchResult, 'title' | 'headings' | 'text'>): string {
  return [title ?? '', ...headings, text].join('\n');
}

/** The terms of the whole text that a span is of. */
export function termsHeld(
  { evidence, language }: Pick<Span, 'evidence' | 'language'>,
  analyse: (text: string, language: string) => string[],
): ReadonlySet<string> {
  return new Set(analyse(wholeText(evidence), language));
}
