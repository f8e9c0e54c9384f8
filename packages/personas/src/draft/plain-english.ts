/** Roles that are held, not one of many: "is head of design", "was CTO". */
const unique =
  /^(?:head|director|managing director|president|vice president|chief|chair(?:man|woman|person)?|dean|ceo|cto|cfo|coo|cmo|vp|svp|evp|technical lead|team lead|secretary general)(?!\p{L})/iu;
const theOnly = /^(?:owner|founder|sole trader|proprietor)(?!\p{L})/iu;
/** Words that keep their capital wherever they stand. */
const proper =
  /^(?:English|German|French|Spanish|Italian|Irish|Swedish|Danish|Norwegian|Finnish|Dutch|Polish|Russian|Chinese|Japanese|Korean|Greek|Latin|American|European|British|Scottish|Welsh|African|Asian|Arabic|Hebrew|Celtic|Scandinavian|Slavic|Java|Python|Ruby|Rust|Kotlin|Swift|Android|Linux|Windows|Excel|Salesforce|Google|Microsoft|Oracle|React|Christian|Jewish|Catholic)$/u;

/** "Ferry pilot" → "a ferry pilot"; "Head of Design" → "head of design"; "CTO" stays. */
export function sayRole(role: string): string {
  const plain = sayField(role.trim());
  if (unique.test(plain)) return plain;
  if (theOnly.test(plain)) return `the ${plain}`;
  if (/^(?:an?|the) /iu.test(plain)) return plain;
  return `${soundsAn(plain) ? 'an' : 'a'} ${plain}`;
}

/** By its sound: "an engineer", "a university lecturer", "an MBA", "a UX designer". */
function soundsAn(text: string): boolean {
  const [first = ''] = text.split(/[ -]/u);
  if (/^\p{Lu}{2,}$/u.test(first)) return /^[AEFHILMNORSX]/u.test(first);
  return /^[aeio]|^u(?!ni|se|ti|ro|k)|^hono/iu.test(first);
}

/** Title case as one writes it in a sentence; abbreviations, brands and names of languages stay. */
export function sayField(text: string): string {
  return text
    .split(' ')
    .map((word) => {
      const bare = word.replace(/[^\p{L}\p{N}]/gu, '');
      const title = /^\p{Lu}\p{Ll}*$/u.test(bare);
      return title && !proper.test(bare) ? word.toLowerCase() : word;
    })
    .join(' ');
}

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `2006-04` → "April 2006", `2006` → "2006", `2006-04-12` → "April 2006". */
export function sayMonth(date: string): string {
  const [, year = date, month] = /^(\d{4})(?:-(\d{2}))?/u.exec(date) ?? [];
  const name = month === undefined ? undefined : months[Number(month) - 1];
  return name === undefined ? year : `${name} ${year}`;
}

/** "a, b and c" */
export function joinWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
