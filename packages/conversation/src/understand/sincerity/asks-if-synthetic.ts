import { questionCharacters } from '@personate/contracts';
import { literal, type ChatMessage } from '@personate/language';
import { englishInsisting, englishPatterns } from './english.ts';
import { otherInsisting, otherPatterns } from './other-languages.ts';

/** Read piece by piece: some patterns look on to the end from each word. A question that is longer than `shared` is none. */
const piece = { length: 1_500, shared: 300 };
const lookBack = 12;

/**
 * The language in which somebody asks, anywhere in the message, whether they talk to a person or a machine; null when
 * nobody does. It errs on the side of asking: a needless "I am synthetic" costs a line, a missing one deceives.
 * @param names The persona's: "Are you Ada Lovelace?" asks the same.
 */
export function asksIfSynthetic(message: string, names: readonly string[] = []): string | null {
  for (const text of piecesOf(message)) {
    const language = asksIn(text, names);
    if (language !== null) return language;
  }
  return null;
}

function piecesOf(message: string): string[] {
  const read = message.slice(0, questionCharacters);
  const step = piece.length - piece.shared;
  const count = Math.max(1, Math.ceil((read.length - piece.shared) / step));
  return Array.from({ length: count }, (_, n) => read.slice(n * step, n * step + piece.length));
}

function asksIn(message: string, names: readonly string[]): string | null {
  const plain = spacedOut(message);
  for (const text of new Set([plain, joinedUp(plain)])) {
    if (englishPatterns.some((pattern) => pattern.test(text)) || asksForTheOne(text, names)) {
      return 'en';
    }
    const other = otherPatterns.find(([, pattern]) => pattern.test(text));
    if (other !== undefined) return other[0];
  }
  return null;
}

/** The same for a message that only makes sense after another one: "no, really?" after the question, or its answer. */
export function asksAgainIfSynthetic(
  message: string,
  history: readonly ChatMessage[],
  names: readonly string[],
): string | null {
  const language = insistsIn(message, names);
  if (language === null) return null;
  const asked = history.filter(({ role }) => role === 'user').slice(-lookBack);
  for (const { content } of asked.toReversed()) {
    if (asksIfSynthetic(content, names) !== null) return language;
    if (insistsIn(content, names) === null) return null;
  }
  return null;
}

function insistsIn(message: string, names: readonly string[]): string | null {
  const called = [...new Set(names.flatMap((name) => [name, name.split(' ')[0] ?? name]))];
  const plain = called.reduce(
    (text, name) => text.replaceAll(`, ${name.toLowerCase()}`, '').replace(/\s+/gu, ' '),
    spacedOut(message.slice(0, piece.length)),
  );
  if (englishInsisting.test(plain)) return 'en';
  return otherInsisting.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** One space, no pictures, quotation marks or marks of emphasis; the marks between clauses stay. */
function spacedOut(message: string): string {
  return message
    .normalize('NFKC')
    .replace(/[\p{Extended_Pictographic}\u{FE0F}\u{200B}-\u{200D}\u{2060}\u{FEFF}]/gu, '')
    .replace(/[“”„«»"*_~`¿¡]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** "are you... a bot", "are you, honestly, human": marks inside the question are no end of it. */
function joinedUp(plain: string): string {
  return plain
    .replace(/(?<=\p{L})[,.…:;–—-]+ (?=\p{L})/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function asksForTheOne(text: string, names: readonly string[]): boolean {
  const all = names.flatMap((name) => {
    const plain = name.replace(/\s*\([^)]*\)\s*$/u, '').toLowerCase();
    const parts = plain.split(/\s+/u).filter((part) => part.length > 2);
    return [plain, parts[0] ?? plain];
  });
  const any = [...new Set(all)].map(literal).join('|');
  if (any === '') return false;
  const pattern = `(?<!\\p{L})(?:(?:are|r|aren['’]?t) (?:you|u)|(?:you(?:['’]re| are))|is (?:this|that)|am i (?:talking|speaking|chatting|writing) (?:to|with)|bist du|är du|eres|es-tu|sei|ben je) (?:(?:really|actually|truly|indeed|the|real|actual|true|not|even|just|denn|wirklich|echte?|die|der|verkligen|den|riktiga|realmente|de verdad|la|el|verdadera?o?|vraiment|vraie?) )*(?:${any})(?: (?:herself|himself|in person|wirklich|selbst))?(?=$|[?!.,]| (?:or|and|oder|eller|o) )`;
  const exists = `(?<!\\p{L})(?:did|does|is|was) (?:${any}) (?:really |actually |ever )*(?:exist|(?:an? )?(?:real|actual|fictional|living|made[- ]up|invented|alive|dead|ai|bot|human)(?!\\p{L} \\p{L})|living)`;
  return new RegExp(`${pattern}|${exists}`, 'iu').test(text);
}
