import { ownOf } from '@personate/contracts';
import type { ChatMessage } from '@personate/language';

const formal: Readonly<Record<string, RegExp>> = {
  // "Sie" in the middle of a sentence is the asked one; at its start it may be "she" or "they".
  de: /(?<=[\p{L},] )(?:Sie|Ihnen|Ihre?[nmrs]?)(?!\p{L})|^(?:Wissen|Kennen|Können|Könnten|Haben|Hätten|Sind|Wollen|Möchten|Würden|Sprechen|Mögen) Sie/u,
  es: /(?<!\p{L})usted(?:es)?(?!\p{L})/iu,
};
const familiar: Readonly<Record<string, RegExp>> = {
  de: /(?<!\p{L})(?:du|dich|dir|deine?[nmrs]?)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:tú|tu|tus|te|contigo)(?!\p{L})/iu,
};

/** Whether the asker keeps to the formal address, by this message or the last one that tells. */
export function isFormal(
  asked: string,
  history: readonly ChatMessage[],
  language: string,
): boolean {
  const earlier = history.filter(({ role }) => role === 'user').map(({ content }) => content);
  for (const message of [asked, ...earlier.toReversed()]) {
    const text = message.slice(0, 2000);
    if (ownOf(formal, language)?.test(text) === true) return true;
    if (ownOf(familiar, language)?.test(text) === true) return false;
  }
  return false;
}
