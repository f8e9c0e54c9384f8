/** The text as a pattern that means it to the letter. */
export const literal = (text: string): string =>
  text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** "mum" as it stands inside a sentence and at its beginning: "Mum lives in Skipton." */
export const eitherCase = (pattern: string): string =>
  pattern.replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`);
