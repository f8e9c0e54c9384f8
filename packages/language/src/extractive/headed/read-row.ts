import type { SpeakRequest } from '../../speaker.ts';
import type { Span } from '../build-spans.ts';
import { ordersAMachine } from '../orders-a-machine.ts';
import type { Relevance } from '../judge-sentences.ts';
import { wordsOf } from '../split-sentences.ts';
import { wantsOf } from './asked-heading.ts';
import { isOfPast } from './is-of-past.ts';
import { rowsOf, type Cell, type Row } from './table-rows.ts';
import { spanAloud } from './read-aloud.ts';

type Wanted = 'money' | 'duration' | 'hours';

interface Column {
  asked: RegExp;
  head: RegExp;
  value: RegExp;
}

const columns: ReadonlyArray<readonly [Wanted, Column]> = [
  [
    'duration',
    {
      asked:
        /(?<!\p{L})(?:how long|wie lange|dauert|hur länge|tar det|cuánto tiempo|cuánto tarda)(?!\p{L})/iu,
      head: /(?<!\p{L})(?:time|duration|takes|how long|days?|hours?|minutes?|dauer|zeit|tid|duración|tiempo)(?!\p{L})/iu,
      value:
        /(?<!\p{L})(?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?|minuten?|stunden?|tage?n?|wochen?|timm(?:e|ar)|dag(?:ar)?|veck(?:a|or)|minutos?|horas?|días?|semanas?)(?!\p{L})/iu,
    },
  ],
  [
    'money',
    {
      asked:
        /(?<!\p{L})(?:how much|costs?|prices?|charged?|fees?|expensive|pay|wie ?viel|kostet|kosten|preis|hur mycket|kostar|pris|cuánto|cuesta|precio)(?!\p{L})/iu,
      head: /(?<!\p{L})(?:prices?|costs?|fees?|charges?|rates?|preise?|kosten|gebühr|pris|precio|euro|€)(?!\p{L})/iu,
      value:
        /[€$£¥]|(?<!\p{L})(?:euros?|eur|dollars?|pounds?|cents?|pence|kr|kronor|francs?|chf|free|gratis|kostenlos)(?!\p{L})|^\d+[.,]\d{2}$/iu,
    },
  ],
  [
    'hours',
    {
      asked:
        /(?<!\p{L})(?:when|what time|open(?:s|ed|ing)?|clos(?:e|es|ed|ing)|hours|wann|geöffnet|offen|öffnet|schließt|när|öppet|öppnar|stänger|cuándo|abre|abierto|cierra)(?!\p{L})/iu,
      head: /(?<!\p{L})(?:hours|open|opens|opening|closes|times?|öffnungszeiten|zeiten|geöffnet|öppettider|öppet|horario)(?!\p{L})/iu,
      value:
        /\d{1,2}[:.]\d{2}|\d ?(?:am|pm|uhr)(?!\p{L})|\d{1,2} ?(?:to|till|until|bis|till|a|-|–) ?\d{1,2}|(?<!\p{L})(?:closed|geschlossen|stängt|cerrado|open|noon)(?!\p{L})/iu,
    },
  ],
];

/** Words of a question that name no row. */
const plainWords =
  'cost costs price prices charge charges fee much many pay long take takes open opens opening close closes closed hours time times expensive get need want please today kostet kosten preis viel lange dauert geöffnet offen öffnet kostar pris länge öppet öppnar stänger cuesta precio tarda abre abierto cierra';
const mostTold = 4;

/**
 * The row of a table or of a list that the question names, told with the column that it asks for: "Big service: 89
 * euro." Null where no row is named, or where it holds nothing of what is asked.
 */
export function readRow(
  {
    question,
    asked,
    language,
    evidence,
    ofAsker = false,
  }: Pick<SpeakRequest, 'question' | 'asked' | 'language' | 'evidence'> & { ofAsker?: boolean },
  { analyse }: Pick<Relevance, 'analyse'>,
): Span | null {
  const plain = new Set(analyse(plainWords, language));
  const specific = [...new Set(analyse(question, language))].filter((term) => !plain.has(term));
  if (specific.length === 0) return null;
  const want = columns.find(([, { asked: words }]) => words.test(asked)) ?? null;
  if (want !== null && isOfPast(asked, language)) return null;
  const kind = wantsOf(asked, language);
  if (want === null && (ofAsker || (kind !== 'thing' && kind !== 'whether'))) return null;
  for (const [index, passage] of evidence.entries()) {
    if (passage.stance !== 'by' || passage.kind === 'social') continue;
    const rows = rowsOf(passage.text);
    if (rows.length === 0) continue;
    const around = new Set(
      [passage.title ?? '', ...(passage.headings ?? []), ...headsOf(rows)].flatMap((text) =>
        analyse(text, language),
      ),
    );
    const { whole, part } = named(rows, specific, around, (text) => analyse(text, language));
    // "How much is a varnish?" may be told of each; "What is varnish?" asks for none of them.
    const rowsMeant = whole.length > 0 || want === null ? whole : part;
    const told = rowsMeant.flatMap((row) => {
      const cells = cellsFor(row, want?.[1] ?? null, specific, (text) => analyse(text, language));
      const line = cells.length === 0 ? '' : `${row.name}: ${cells.join(', ')}`;
      return line === '' || ordersAMachine(line) ? [] : [line];
    });
    if (told.length === 0 || told.length > mostTold) continue;
    const sentence = `${told.join('; ')}.`.replace(/\.\.$/u, '.');
    const row = { sentences: [sentence], words: wordsOf(sentence).length };
    return spanAloud(row, { n: index + 1, evidence: passage, language });
  }
  return null;
}

function headsOf(rows: readonly Row[]): string[] {
  const heads = rows.flatMap(({ cells }) => cells.map(({ head }) => head ?? ''));
  return [...new Set(heads)];
}

/** `whole`: those whose whole name the question says, the longest names; `part`: whose name says all of the question. */
function named(
  rows: readonly Row[],
  specific: readonly string[],
  around: ReadonlySet<string>,
  termsOf: (text: string) => string[],
): { whole: Row[]; part: Row[] } {
  const asked = new Set(specific);
  const known = rows.map((row) => {
    const core = new Set(termsOf(row.name.split(/[,(]/u)[0] ?? row.name));
    return { row, core, all: new Set(termsOf(row.name)) };
  });
  const rest = (all: ReadonlySet<string>): boolean =>
    specific.every((term) => all.has(term) || around.has(term));
  const whole = known.filter(
    ({ core, all }) => core.size > 0 && [...core].every((term) => asked.has(term)) && rest(all),
  );
  const longest = Math.max(0, ...whole.map(({ core }) => core.size));
  const part = known.filter(({ all }) => specific.some((term) => all.has(term)) && rest(all));
  return {
    whole: whole.filter(({ core }) => core.size === longest).map(({ row }) => row),
    part: part.map(({ row }) => row),
  };
}

/** What the row holds in the column that is asked for; all of it where none is. */
function cellsFor(
  { cells }: Row,
  want: Column | null,
  specific: readonly string[],
  termsOf: (text: string) => string[],
): string[] {
  if (want !== null) {
    const headed = cells.filter(({ head }) => head !== null && want.head.test(head));
    const fitting =
      headed.length > 0 ? headed : cells.filter(({ value }) => want.value.test(value));
    return fitting.map(({ value }) => value);
  }
  const byHead = cells.filter(({ head }) => {
    const terms = termsOf(head ?? '');
    return terms.length > 0 && terms.every((term) => specific.includes(term));
  });
  return byHead.length > 0 ? byHead.map(({ value }) => value) : cells.map(sayCell);
}

const sayCell = ({ head, value }: Cell): string => (head === null ? value : `${head} ${value}`);
