import type { PooledSentence } from './sentence-pool.ts';

/** Who a text is about: what the persona is called in it. */
export interface Teller {
  /** Words of the persona's name, as written. */
  names: ReadonlySet<string>;
  pronoun: 'he' | 'she' | 'they';
  /** A sentence of others whose subject is the persona. */
  subject: RegExp;
}

/** What a sentence says of the persona: the verb and what follows it. */
export interface Said {
  predicate: string;
  /** What stood before the subject: "In 1998", "After the war". */
  lead: string;
  sentence: PooledSentence;
}

const lead = String.raw`(?:(?<lead>[^,;:.!?]{1,60}),?\s+)?`;
const own = new RegExp(String.raw`^${lead}I(?<rest>(?:'(?:ve|m|d|ll))?\s.+)$`, 'u');
const possessive = { he: 'his', she: 'her', they: 'their' } as const;

export function openTeller(names: ReadonlySet<string>, pronoun: Teller['pronoun']): Teller {
  const named = [...names].map((name) => escape(name)).join('|');
  const calls = `${capital(pronoun)}|${pronoun}${named === '' ? '' : `|(?:(?:${named})\\s?)+`}`;
  return { names, pronoun, subject: new RegExp(`^${lead}(?:${calls})(?<rest>\\s.+)$`, 'u') };
}

/** The sentence's subject taken off, when it is the persona; undefined else. */
export function saidOfPersona(sentence: PooledSentence, { subject }: Teller): Said | undefined {
  const match = (sentence.stance === 'by' ? own : subject).exec(sentence.text);
  const before = match?.groups?.['lead'];
  const predicate = match?.groups?.['rest']?.trim();
  if (predicate === undefined || predicate === '' || !isLead(before)) return undefined;
  return { predicate, lead: before?.trim() ?? '', sentence };
}

/** The persona's "my" in that text: "my", "her", "Ada's". */
export function theirs(stance: PooledSentence['stance'], { pronoun }: Teller): string {
  return stance === 'by' ? '[Mm]y' : `(?:${possessive[pronoun]}|${capital(possessive[pronoun])})`;
}

/** Told of somebody, whoever they are: "my boat" → "their boat". */
export function neutral(text: string): string {
  return text
    .replaceAll(/\bmy\b/giu, 'their')
    .replaceAll(/\bmyself\b/giu, 'themselves')
    .replaceAll(/\bmine\b/giu, 'theirs')
    .replaceAll(/\bme\b/giu, 'them')
    .replaceAll(/\bI'm\b|\bI am\b/gu, 'they are')
    .replaceAll(/\bI(?:'(ve|d|ll))?\b/gu, (_, ending: string | undefined) =>
      ending === undefined ? 'they' : `they'${ending}`,
    );
}

export function capital(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}

const joint =
  /[;:(—–]|\s-\s|, (?:but|which|who|where|so|because|and|as|when|while|if|though|although)\b/u;

/** The first statement alone, without an aside and what is joined to it, and without the full stop. */
export function firstClause(text: string): string {
  const [first = ''] = text.split(joint);
  return first.replace(/[\s,.!?…"”]+$/u, '').trim();
}

/** What stands before the subject must be no statement of its own: "You said that I …" is not the persona's. */
function isLead(text: string | undefined): boolean {
  if (text === undefined) return true;
  return (
    /^(?:in|on|at|after|before|by|during|since|from|then|later|that|this|one|when|once|so|and|but|now|today|as|for|well|still|yes|no|the (?:year|summer|winter|spring|autumn|day|week|next|following)|early|late|last|every|also|first|finally|eventually|soon|there|here)\b/iu.test(
      text,
    ) && !/\b(?:if|you|he|she|they|we|who|nobody|somebody)\b/iu.test(text)
  );
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
