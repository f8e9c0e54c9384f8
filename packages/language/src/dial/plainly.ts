/** Stands before a sentence and says nothing. */
const interjection =
  /^(?:well now|well|oh|ah|so|now|look|listen|mind you|to be fair|truth be told|honestly|you know|anyway|right|simple|ok(?:ay)?)[,.!:]\s+(?=["“‘(]?[\p{L}\p{N}])/iu;
const emoji =
  /\s*\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|\p{Emoji_Modifier})*/gu;
/** Short forms with one reading each; "it's been" and "he'd" have two. */
const shortForms: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(ca)n['’]t\b/giu, '$1nnot'],
  [/\b(w)on['’]t\b/giu, '$1ill not'],
  [/\b(sha)n['’]t\b/giu, '$1ll not'],
  [
    /\b(do|does|did|is|are|was|were|has|have|had|could|would|should|must|need)n['’]t\b/giu,
    '$1 not',
  ],
  [/\b(I)['’]m\b/gu, '$1 am'],
  [/\b(you|we|they)['’]re\b/giu, '$1 are'],
  [/\b(I|you|we|they)['’]ve\b/giu, '$1 have'],
  [/\b(I|you|he|she|it|we|they)['’]ll\b/giu, '$1 will'],
  [
    /\b(it|that|there|he|she|what|who|here)['’]s\b(?=\s+(?:a|an|the|not|no|my|your|our|in|on|at|why|how|where|what)\b)/giu,
    '$1 is',
  ],
];

/**
 * What was said, without its manner: no interjection before it, no emoji, no exclamation mark, short forms written out
 * (English ones), a capital at its start. Its facts and the rest of its words stand as they are.
 */
export function plainly(
  sentence: string,
  language: string,
  openings: readonly string[] = [],
): string {
  let told = sentence.replaceAll(emoji, '').trim();
  const opening = openings.find((one) => told.startsWith(`${one.trim()} `));
  if (opening !== undefined) told = told.slice(opening.trim().length).trimStart();
  if (language === 'en') {
    told = told.replace(interjection, '');
    for (const [form, written] of shortForms) told = told.replaceAll(form, written);
    told = told.replaceAll(/(?<=^|\s)i(?=\s)/gu, 'I');
  }
  told = told
    .replaceAll(/[!！]+(?=["'”’»)\]]*(?:\s|$))/gu, '.')
    .replaceAll(/\.{2,}|…/gu, '.')
    .replaceAll(/\?\.+/gu, '?')
    .trim();
  // An emoji may have been all of it.
  if (!/[\p{L}\p{N}]/u.test(told)) return sentence;
  return told.replace(
    /^(["“‘(]?)(\p{Ll})/u,
    (_, quote: string, letter: string) => quote + letter.toUpperCase(),
  );
}
