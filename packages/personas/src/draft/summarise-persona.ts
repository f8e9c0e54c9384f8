import type { PersonaDocument } from '@personate/contracts';

const mostTopics = 4;

/** One paragraph in the third person, out of the time line and the domains; empty when they say nothing. */
export function summarise({ name, persona, knowledgeLimits }: PersonaDocument): string {
  const work = persona.timeline.filter(
    ({ what }) => / at /.test(what) && !what.startsWith('Studied'),
  );
  const latest = work.findLast(({ to }) => to === undefined) ?? work.at(-1);
  const studied = persona.timeline.findLast(({ what }) => what.startsWith('Studied'));
  const topics = knowledgeLimits.known.slice(0, mostTopics).map(({ domain }) => domain);
  return [
    latest === undefined ? undefined : stageSentence(name, latest),
    studied === undefined ? undefined : `${name} ${studied.what.replace(/^Studied/, 'studied')}.`,
    topics.length === 0 ? undefined : `Often writes about ${topics.join(', ')}.`,
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

function stageSentence(
  name: string,
  { from, to, what, where }: PersonaDocument['persona']['timeline'][number],
): string {
  const place = where === undefined ? '' : `, ${where}`;
  const time =
    from === undefined ? '' : to === undefined ? ` since ${from}` : ` from ${from} to ${to}`;
  return `${name} ${to === undefined ? 'is' : 'was'} ${what}${place}${time}.`;
}
