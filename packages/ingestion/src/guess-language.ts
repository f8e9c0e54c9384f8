import { ownOf } from '@personate/contracts';
import { detect } from 'tinyld/light';

/** On fewer letters a guess is worse than none. */
const fewestLetters = 20;
const charactersRead = 2_000;

/** Of what `Intl` calls a language's script, the one that its letters have in Unicode. */
const lettersOf: Readonly<Record<string, string>> = {
  Jpan: 'Hira',
  Kore: 'Hang',
  Hans: 'Hani',
  Hant: 'Hani',
};

/** BCP 47 of a text, `und` where it cannot be told: a list of names and prices has few words of any language. */
export function guessLanguage(text: string): string {
  const read = text.slice(0, charactersRead);
  if ((read.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return 'und';
  const found = detect(read);
  return found !== '' && isWrittenAs(found, read) ? found : 'und';
}

/** A guess whose letters do not occur is none. */
function isWrittenAs(language: string, text: string): boolean {
  const { script } = new Intl.Locale(language).maximize();
  if (script === undefined) return true;
  return new RegExp(`\\p{Script=${ownOf(lettersOf, script) ?? script}}`, 'u').test(text);
}
