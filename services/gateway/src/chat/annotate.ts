import type { Citation, UrlCitation } from '@personate/contracts';
import type { InlineMarkers } from './inline-markers.ts';
import type { PassageLink } from './passage-link.ts';

/** Citations in OpenAI's form, for clients that drop fields they do not know. */
export function annotate(
  citations: readonly Citation[],
  context: { link: PassageLink; personaId: string; markers: InlineMarkers },
): UrlCitation[] {
  return citations.map((citation) => {
    const { start, end } = context.markers.range(
      citation.startIndex ?? 0,
      citation.endIndex ?? context.markers.plain.length,
    );
    return {
      type: 'url_citation',
      url_citation: {
        url: context.link(context.personaId, citation.passageId),
        title: titleOf(citation),
        start_index: start,
        end_index: end,
      },
    };
  });
}

/** `x-archive, 2019-05-08: tweets/123` */
function titleOf(citation: Citation): string {
  const { at, atPrecision } = citation;
  const length = atPrecision === 'year' ? 4 : atPrecision === 'month' ? 7 : 10;
  const date = at === undefined ? '' : `, ${at.slice(0, length)}`;
  return `${citation.source}${date}: ${citation.documentId}`;
}
