import { ownOf } from '@personate/contracts';
import { splitSentences, tellsOfCrisis, type Occasion } from '@personate/language';
import { banterPatterns } from './banter-patterns.ts';
import { invitationPatterns, nowPatterns } from './invitation-patterns.ts';
import { isNonsense } from './is-nonsense.ts';
import { isStatement } from './is-statement.ts';
import { asksIfSynthetic } from './sincerity/asks-if-synthetic.ts';
import { smallTalkPatterns } from './small-talk-patterns.ts';

/** A longer message asks for something. */
const maxSmallTalkCharacters = 90;
const maxBanterCharacters = 240;

/**
 * What the message is when it asks for no knowledge; null when it does.
 * The question's language is tried first, then the others: greetings travel.
 */
export function detectOccasion(message: string, language: string): Occasion | null {
  if (tellsOfCrisis(message) !== null) return 'in-crisis';
  if (asksIfSynthetic(message) !== null) return 'are-you-real';
  const plain = plainMessage(message);
  if (isNonsense(message)) return 'nonsense';
  const rest = withoutGreeting(plain);
  const languages = [
    language,
    ...Object.keys(smallTalkPatterns).filter((other) => other !== language),
  ];
  for (const candidate of languages) {
    const occasion = occasionIn(candidate, plain, rest, candidate === language);
    if (occasion !== null) return occasion;
  }
  const parts = allTalk(message, language);
  if (parts !== null) return parts;
  // "Hello Mara, I'm Beth and I restore old clocks."
  const told = !message.includes('?') && rest !== plain && isStatement(rest, language);
  return told || isStatement(message, language) ? 'statement' : null;
}

function occasionIn(language: string, plain: string, rest: string, home: boolean): Occasion | null {
  const patterns = ownOf(smallTalkPatterns, language) ?? [];
  for (const [occasion, pattern] of patterns) {
    if (plain.length > maxSmallTalkCharacters) break;
    if (pattern.test(plain) || (rest !== plain && pattern.test(rest))) return occasion;
  }
  if (!home) return null;
  const banter = banterIn(language, rest);
  if (banter !== null) return banter;
  if ((ownOf(invitationPatterns, language) ?? []).some((pattern) => pattern.test(rest)))
    return 'invitation';
  if ((ownOf(nowPatterns, language) ?? []).some((pattern) => pattern.test(rest))) return 'now';
  return null;
}

function banterIn(language: string, plain: string): Occasion | null {
  if (plain.length > maxBanterCharacters) return null;
  return (
    (ownOf(banterPatterns, language) ?? []).find(([, pattern]) => pattern.test(plain))?.[0] ?? null
  );
}

/** "Good morning, my lady. How do you do?": several sentences of talk alone. A feeling counts first, else the last one. */
function allTalk(message: string, language: string): Occasion | null {
  if (message.length > maxBanterCharacters) return null;
  const sentences = splitSentences(message, language);
  if (sentences.length < 2) return null;
  const said: Occasion[] = [];
  for (const sentence of sentences) {
    const plain = plainMessage(sentence);
    const occasion = occasionIn(language, plain, withoutGreeting(plain), true);
    if (occasion === null) return null;
    said.push(occasion);
  }
  return said.find((occasion) => occasion === 'feeling-low') ?? said.at(-1) ?? null;
}

/** A feeling that is told beside something else: "Are you real? I feel a bit lonely." */
export function detectFeeling(message: string, language: string): Occasion | null {
  for (const sentence of splitSentences(message.slice(0, 2000), language)) {
    const clauses = [sentence, ...sentence.split(/[,;–—]\s+/u)];
    for (const clause of clauses) {
      const said = banterIn(language, plainMessage(clause));
      if (said === 'feeling-low' || said === 'feeling-glad') return said;
    }
  }
  return null;
}

/** Lower case, one space, no marks at the end, no pictures. */
export function plainMessage(message: string): string {
  return (
    message
      .normalize('NFC')
      .replace(/[\p{Extended_Pictographic}\u{FE0F}]/gu, ' ')
      .replace(/[“”"]/gu, '')
      .replace(/^[¿¡\s]+/u, '')
      // Begins where the run does: tried from each of its signs, a long one takes minutes.
      .replace(/(?<![\s?!.…,;:)(])[\s?!.…,;:)(]+$/u, '')
      .replace(/\s+/gu, ' ')
      .replace(/(?:^|\s)[?!.]+(?=\s)/gu, '')
      .toLowerCase()
      .trim()
  );
}

/** "Hello Mara! Where did you grow up" → "where did you grow up". */
export function withoutGreeting(plain: string): string {
  return plain
    .replace(
      /^(?:hi|hello|hey|howdy|good (?:morning|afternoon|evening|day)|hallo|moin|guten (?:morgen|tag|abend)|hej(?:san)?|god (?:morgon|kväll)|hola|buen[oa]s (?:días|tardes|noches))(?: (?!how|what|who|when|where|why|can|do|did|are|is|wie|was|wer|wo|bist|hur|vad|är|qué|cómo|eres)[\p{L}.'’-]+){0,2}[,!. ]+/iu,
      '',
    )
    .trim();
}
