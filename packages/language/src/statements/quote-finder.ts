/**
 * Finds where in a message words stand that were read without its quotation marks and line breaks, so that what is quoted
 * is what was written: `My name is Ann` is `My name is "Ann"`.
 * @returns the stretch of the message (in NFC); undefined where the words do not stand there one after another
 */
export function quoteFinder(message: string): (words: string) => string | undefined {
  const text = message.normalize('NFC');
  let read: ReturnType<typeof bare> | undefined;
  return (words) => {
    // Most messages say nothing that is quoted.
    const whole = (read ??= bare(text));
    const sought = bare(words).letters;
    const start = whole.letters.indexOf(sought);
    if (start < 0 || sought === '') return undefined;
    const first = whole.places[start] ?? 0;
    const last = whole.places[start + sought.length - 1] ?? first;
    // A mark that stands behind its last word belongs to it.
    const closed = /^["”“»]/u.test(text.slice(last + 1)) ? 1 : 0;
    return text.slice(first, last + 1 + closed);
  };
}

/** A text without spaces and quotation marks, and where each of its code units stood. */
function bare(text: string): { letters: string; places: number[] } {
  const places: number[] = [];
  let letters = '';
  for (let place = 0; place < text.length; place += 1) {
    const letter = text.charAt(place);
    if (/[\s"“”„«»]/u.test(letter)) continue;
    letters += letter;
    places.push(place);
  }
  return { letters, places };
}
