// oxlint-disable no-control-regex -- these are what is removed
const control = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]/g;
const escapes = /\u001b(?!\[[\d;]*m)/g;
const anyEscape = /\u001b(?:\[[\d;]*m)?/g;

/**
 * Without what a terminal would act on: a post that holds escape sequences must not move the cursor or set the title.
 * Colours stay where the output has some.
 */
export function plainText(text: string, options: { colours: boolean }): string {
  return text.replaceAll(control, '').replaceAll(options.colours ? escapes : anyEscape, '');
}

/** JSON that says the same without a character that a terminal would act on: those above ASCII's stand as they are in it. */
export function plainJson(json: string): string {
  return json.replaceAll(
    /[\u007f-\u009f]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
}
