const chatLine = new RegExp(
  String.raw`^[\u200E\u200F]?(?:\[\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? [^\]]{4,20}\] |\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}[^-]{0,8} - )\S`,
);

/** Whether a text begins as the transcript of a messenger: other people's words, which no note may pass for. */
export function looksLikeChat(head: string): boolean {
  const lines = head.split('\n').slice(0, 6);
  return lines.filter((line) => chatLine.test(line)).length >= 2;
}
