/** Of a long message its beginning and its end: there stands what is asked, and between them mostly what was pasted. */
const kept = { head: 1_200, tail: 800 };

/**
 * What the rules read of a message. Some of them look on from each word to the end: on twenty thousand characters they
 * would take a second, in which nobody else is answered.
 */
export function gistOf(message: string): string {
  if (message.length <= kept.head + kept.tail) return message;
  const head = message.slice(0, kept.head);
  const tail = message.slice(-kept.tail);
  // Between words, where there are any: half a word is another one.
  const end = head.lastIndexOf(' ');
  const start = tail.indexOf(' ');
  const gist = `${end < 0 ? head : head.slice(0, end)} … ${tail.slice(start + 1)}`;
  return gist.replace(/\p{Surrogate}/gu, '');
}
