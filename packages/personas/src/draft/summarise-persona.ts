import type { PersonaDocument } from '@personate/contracts';
import { joinWords, sayField, sayMonth, sayRole } from './plain-english.ts';

const mostTopics = 4;
const mostEarlier = 2;

type Stage = PersonaDocument['persona']['timeline'][number];

/** One paragraph in the third person, out of career entries and the domains; empty when they say nothing. */
export function summarise(
  { name, knowledgeLimits }: PersonaDocument,
  career: readonly Stage[],
  ownDocuments: number,
): string {
  const first = firstName(name);
  const work = career.filter(({ what }) => !isStudy(what));
  const latest = work.findLast(({ to }) => to === undefined) ?? work.at(-1);
  const earlier = work
    .filter((stage) => stage !== latest && (stage.from ?? '') <= (latest?.from ?? '~'))
    .slice(-mostEarlier)
    .toReversed();
  const studied = career.findLast(({ what }) => isStudy(what));
  const topics = distinct(knowledgeLimits.known.map(({ domain }) => domain)).slice(0, mostTopics);
  const sentences = [
    latest === undefined ? undefined : nowSentence(name, latest),
    earlier.length === 0
      ? undefined
      : `Before that, ${first} was ${joinWords(earlier.map((stage) => jobWords(stage)))}.`,
    studied === undefined ? undefined : studySentence(latest === undefined ? name : first, studied),
    topics.length === 0
      ? undefined
      : topicSentence(
          latest === undefined && studied === undefined ? name : first,
          topics,
          ownDocuments,
        ),
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

function nowSentence(name: string, stage: Stage): string {
  const { from, to, where } = stage;
  const place = where === undefined ? '' : ` in ${where}`;
  if (to !== undefined) {
    const time =
      from === undefined ? `until ${sayMonth(to)}` : `from ${sayMonth(from)} to ${sayMonth(to)}`;
    return `${name} was ${position(stage)}${place}, ${time}.`;
  }
  return from === undefined
    ? `${name} is ${position(stage)}${place}.`
    : `${name} has been ${position(stage)}${place} since ${sayMonth(from)}.`;
}

function jobWords(stage: Stage): string {
  const years = [stage.from, stage.to].map((date) => date?.slice(0, 4));
  const time =
    years[0] === undefined || years[1] === undefined
      ? ''
      : years[0] === years[1]
        ? ` in ${years[0]}`
        : ` from ${years[0]} to ${years[1]}`;
  return `${position(stage)}${time}`;
}

/** "Ferry pilot at Lake Line" → "a ferry pilot at Lake Line" */
function position({ what }: Stage): string {
  const [, role = what, place] = /^(.+?) at (.+)$/u.exec(what) ?? [];
  return place === undefined ? sayRole(role) : `${sayRole(role)} at ${place}`;
}

/** "Studied BEng, Electronic engineering at NUI Galway" */
function studySentence(name: string, { what }: Stage): string {
  const [, said, school] = /^Studied(?: (.+))? at (.+?)$/u.exec(what) ?? [];
  if (school === undefined) return `${name} ${what.replace(/^Studied/u, 'studied')}.`;
  if (said === undefined) return `${name} studied at ${school}.`;
  const parts = said.split(', ');
  const field = parts.length > 1 ? parts.slice(1).join(', ') : said;
  const degree = parts.length > 1 ? parts[0] : undefined;
  const isDegree =
    degree === undefined &&
    /^(?:\p{Lu}\p{L}*\.? ?)*(?:B|M)\p{Lu}?\p{L}*\.?$|degree|diploma/iu.test(said);
  if (isDegree) return `${name} has a ${said} from ${school}.`;
  return `${name} studied ${sayField(field)}${degree === undefined ? '' : ` (${degree})`} at ${school}.`;
}

function topicSentence(name: string, topics: readonly string[], ownDocuments: number): string {
  return ownDocuments > 0
    ? `${name} writes most often about ${joinWords(topics)}.`
    : `What is written about ${name} is mostly on ${joinWords(topics)}.`;
}

/** Without those that another one holds already: "harbour" beside "harbour clocks". */
function distinct(topics: readonly string[]): string[] {
  return topics.filter(
    (topic, index) =>
      !topics.some(
        (other, at) =>
          at !== index &&
          words(other).size > words(topic).size &&
          [...words(topic)].every((word) => words(other).has(word)),
      ),
  );
}

function words(topic: string): Set<string> {
  return new Set(topic.toLowerCase().split(/\s+/u));
}

function isStudy(what: string): boolean {
  return what.startsWith('Studied');
}

function firstName(name: string): string {
  const plain = name.replace(/\s*\([^)]*\)\s*$/u, '').trim();
  const [first = plain] = plain.split(/\s+/u);
  // "Dr Hession", "A. Berg": the whole name then.
  return /^(?:dr|mr|mrs|ms|prof|sir|lady|lord)\.?$/iu.test(first) || /^\p{L}\.?$/u.test(first)
    ? plain
    : first;
}
