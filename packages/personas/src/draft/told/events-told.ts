import type { PersonaDocument } from '@personate/contracts';
import { splitWords } from '../../words/split-words.ts';
import { spread } from '../spread.ts';
import type { PooledSentence } from './sentence-pool.ts';
import { capital, firstClause, neutral, saidOfPersona, type Said, type Teller } from './teller.ts';
import { evidenceOf, type Quote } from './told-item.ts';

type Stage = PersonaDocument['persona']['timeline'][number];
export type StageTold = Stage & { quotes: Quote[] };

const mostEvents = 30;
/** From here an event needs no date of its own: that of what others wrote on it will do, or none. */
const greatWeight = 4;

/** What changes a life, by how much; the verb comes first in what is said of somebody. */
const turns: ReadonlyArray<[weight: number, verb: RegExp]> = [
  [6, /^(?:was|were) born\b/u],
  [
    5,
    /^(?:got )?(?:married|was married|divorced|died|emigrated|enlisted|retired|became (?:a|an|the|head|countess|president)|founded|gave birth)\b/u,
  ],
  [
    4,
    /^(?:moved|graduated|grew up|was raised|left (?:home|school|college|the)|settled|opened|started (?:a|an|my|his|her|their|work|school)|set up|took over|went (?:back )?to (?:college|school|university|sea|work)|gave up|served|was appointed|was elected|was made|was awarded|joined|lost (?:my|his|her|their))\b/u,
  ],
  [
    3,
    /^(?:began|translated|published|wrote|won|lost|built|rebuilt|bought|sold|launched|studied|learned|learnt|taught|worked|lived|met|received|earned|appeared|starred|played|directed|visited|travelled|returned|came|finished|discovered|invented|spent|rang|sailed|gave|ran|made|took|went|had|held|\p{L}{2,}ed)\b/u,
  ],
];
const once =
  /^(?:was born|got married|married|was married|divorced|emigrated|enlisted|retired|gave birth|graduated|grew up|was raised|moved|left (?:home|school|college)|set up|took over|founded|became)\b/u;
const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const year = String.raw`(?:1[4-9]\d\d|20\d\d)`;

/** Dated turns of a life as texts tell them: of a text's own date only where others wrote it of that day. */
export function eventsTold(sentences: readonly PooledSentence[], teller: Teller): StageTold[] {
  const told = sentences
    .map((sentence) => eventIn(sentence, teller))
    .filter((event) => event !== undefined);
  const best = new Map<string, (typeof told)[number]>();
  for (const event of told) {
    // One event of a day and document; the weightiest is what the document is on.
    const key = `${event.stage.from} ${event.sentence.documentId}`;
    const known = best.get(key);
    if (known === undefined || event.weight > known.weight) best.set(key, event);
  }
  const found = [...best.values()]
    .filter((event, _, all) => !all.some((other) => saysMore(other, event)))
    .toSorted((a, b) =>
      `${a.stage.from ?? '~'} ${a.stage.what}` < `${b.stage.from ?? '~'} ${b.stage.what}` ? -1 : 1,
    );
  const great = found.filter(({ weight }) => weight >= greatWeight).slice(0, mostEvents);
  const small = found.filter(({ weight }) => weight < greatWeight);
  return [...great, ...spread(small, mostEvents - great.length)].map(
    ({ stage, sentence, isDated }) => ({
      ...stage,
      ...evidenceOf([sentence]),
      confidence: sentence.stance === 'by' ? 0.7 : isDated ? 0.65 : 0.55,
    }),
  );
}

/** "Grew up in Kinvara" beside "Grew up in Kinvara, on the south side of Galway Bay". */
function saysMore({ stage }: Event, { stage: less }: Event): boolean {
  return (
    stage.what.length > less.what.length &&
    stage.what.startsWith(less.what) &&
    (less.from === undefined || less.from === stage.from)
  );
}

interface Event {
  stage: Pick<Stage, 'from' | 'to' | 'what' | 'where'>;
  sentence: PooledSentence;
  weight: number;
  isDated: boolean;
}

function eventIn(sentence: PooledSentence, teller: Teller): Event | undefined {
  const said = saidOfPersona(sentence, teller);
  if (said === undefined) return undefined;
  const predicate = said.predicate.replace(/^(?:then|also|first|finally|soon|later|never) /u, '');
  const weight = turns.find(([, verb]) => verb.test(predicate))?.[0];
  if (weight === undefined) return undefined;
  const dated = spanIn(said);
  const ownDay = dated === undefined ? dayOf(sentence) : undefined;
  if (dated === undefined && (weight < greatWeight || said.lead !== '')) return undefined;
  // Without any date only what happens once or twice in a life is sure to be of weight: "I left the boat" is not.
  if (dated === undefined && ownDay?.from === undefined && !once.test(predicate)) return undefined;
  const span = dated ?? ownDay ?? {};
  const what = capital(
    neutral(withoutDate(firstClause(predicate))).replace(
      /^(?:was|were) (?=\p{L}+(?:ed|n|de)\b)/u,
      '',
    ),
  );
  // "Packed it into boxes": nobody knows what, away from its text.
  if (weight < greatWeight && /^\p{L}+(?: \p{L}+)? (?:it|them|this|that|there)\b/u.test(what))
    return undefined;
  const words = splitWords(what, 'en').length;
  if (words < (weight < greatWeight ? 3 : 2) || words > 24) return undefined;
  return { stage: { ...span, what }, sentence, weight, isDated: dated !== undefined };
}

/** A note of others without an author is dated by what it tells; a diary or an article by when it was written. */
function dayOf({ stance, kind, day, hasAuthor }: PooledSentence): { from?: string } {
  return stance === 'about' && kind === 'history' && !hasAuthor && day !== undefined
    ? { from: day }
    : {};
}

function spanIn({ lead, predicate }: Said): { from: string; to?: string } | undefined {
  const clause = `${lead} ${predicate}`;
  const range = new RegExp(
    String.raw`\b(?:from )?(${year})\s*(?:to|until|till|-|–|and)\s*(${year})\b`,
    'u',
  ).exec(clause);
  if (range?.[1] !== undefined && range[2] !== undefined && range[1] < range[2])
    return { from: range[1], to: range[2] };
  const date = new RegExp(
    String.raw`\b(?:in|on|since|from|until|till|by|of|during|early|late|summer|spring|autumn|winter|${months.join('|')}),? (?:the (?:spring|summer|autumn|winter|end|year) of |early |late )?(?:(\d{1,2})(?:st|nd|rd|th)? )?(?:(${months.join('|')})\.?,? )?(${year})\b`,
    'iu',
  ).exec(firstClauses(clause));
  if (date?.[3] === undefined) return undefined;
  const named = date[2] ?? new RegExp(`(${months.join('|')}),? ${date[3]}`, 'iu').exec(clause)?.[1];
  const month = months.indexOf((named ?? '').toLowerCase()) + 1;
  if (month === 0) return { from: date[3] };
  const day = Number(date[1] ?? 0);
  const known = `${date[3]}-${String(month).padStart(2, '0')}`;
  return { from: day >= 1 && day <= 31 ? `${known}-${String(day).padStart(2, '0')}` : known };
}

/** A year far behind the verb may be another event's. */
function firstClauses(text: string): string {
  return text.slice(0, 160);
}

function withoutDate(text: string): string {
  const month = `(?:${months.map(capital).join('|')})`;
  return text
    .replaceAll(
      new RegExp(
        String.raw`,?\s*\b(?:in|on|since|from|during|at the end of|early in|late in|by)\s+(?:the (?:spring|summer|autumn|winter|year|end) of\s+|(?:early|late|about)\s+)?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:${month},? )?${year}(?:\s*(?:to|until|till|-|–|and)\s*(?:${month} )?${year})?`,
        'gu',
      ),
      '',
    )
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
