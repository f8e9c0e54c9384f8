const levels: ReadonlyArray<readonly [RegExp, (language: string) => string]> = [
  [/native or bilingual/iu, (language) => `I speak ${language} as one who grew up with it.`],
  [/full professional/iu, (language) => `I speak ${language} fluently.`],
  [/professional working/iu, (language) => `I speak ${language} well enough to work in it.`],
  [/limited working/iu, (language) => `I speak some ${language}, and can get work done in it.`],
  [/elementary/iu, (language) => `I speak a little ${language}.`],
];
const proficiency = String.raw`\((?<level>native or bilingual|full professional|professional working|limited working|elementary) proficiency\)`;
const anyProficiency = new RegExp(proficiency, 'iu');
const entry = new RegExp(String.raw`^I speak (?<language>[\p{L} ]{2,40}) ${proficiency}\.?$`, 'iu');

/** An entry of a list of languages has words of work in it, and answers nothing but what it is on. */
export const isLanguageEntry = (text: string): boolean => anyProficiency.test(text);

export const asksLanguage = (question: string): boolean =>
  /(?<!\p{L})(?:languages?|speak|spoken|talk|fluent|bilingual|sprach\p{L}*|sprich\p{L}*|språk|talar|pratar|idiomas?|hablas?|\p{Lu}\p{Ll}+(?:ish|ian|ese|man|ench|ch))(?!\p{L})/u.test(
    question,
  );

/** "I speak Irish (professional working proficiency)" as somebody says it; anything else as it is. */
export function languageAloud(sentence: string): string {
  const { language, level = '' } = entry.exec(sentence)?.groups ?? {};
  const say = levels.find(([name]) => name.test(level))?.[1];
  return language === undefined || say === undefined ? sentence : say(language);
}
