import type { PersonaDocument } from '@personate/contracts';

const mostTopics = 4;

type Stage = PersonaDocument['persona']['timeline'][number];

/** One paragraph in the third person, out of career entries and the domains; empty when they say nothing. */
export function summarise(
  { name, knowledgeLimits }: PersonaDocument,
  career: readonly Stage[],
  ownDocuments: number,
): string {
  const work = career.filter(({ what }) => !what.startsWith('Studied'));
  const latest = work.findLast(({ to }) => to === undefined) ?? work.at(-1);
  const studied = career.findLast(({ what }) => what.startsWith('Studied'));
  const topics = knowledgeLimits.known.slice(0, mostTopics).map(({ domain }) => domain);
  return [
    latest === undefined ? undefined : stageSentence(name, latest),
    studied === undefined ? undefined : `${name} ${studied.what.replace(/^Studied/, 'studied')}.`,
    topics.length === 0
      ? undefined
      : `${ownDocuments > 0 ? 'Often writes about' : 'The documents tell mostly of'} ${topics.join(', ')}.`,
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

function stageSentence(name: string, { from, to, what, where }: Stage): string {
  const place = where === undefined ? '' : `, ${where}`;
  const time =
    from === undefined ? '' : to === undefined ? ` since ${from}` : ` from ${from} to ${to}`;
  return `${name} ${to === undefined ? 'is' : 'was'} ${what}${place}${time}.`;
}
