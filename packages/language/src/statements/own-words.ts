/** A message longer than this was hardly typed: only its short paragraphs are the user's. */
const longParagraph = 600;
const mostRead = 20_000;

/** Frames in which "I" is not the user: fiction, translation, examples, a task. */
const frame =
  /\b(?:translate|translation|how (?:do|would|can) (?:you|i|we) say|proof-?read|summari[sz]e|rewrite|rephrase|(?<!\bi )write (?:me )?(?:a|an|the|some)|pretend|imagine|role-?play|let's (?:say|pretend|imagine|play)|suppose|what if|hypothetically|for (?:example|instance)|in (?:my|the|a) (?:novel|story|book|game|poem|dream|script|movie|film)|my character|quote|lyrics|übersetz\p{L}*|wie sagt man|fasse? .{0,40} zusammen|formulier\p{L}* .{0,40} um|schreib(?:e|en sie)? (?:mir )?(?:ein|einen|eine)|stell dir vor|stellen sie sich vor|angenommen|nehmen wir an|tu so|zum beispiel|in (?:meinem|meiner|einem|einer) (?:roman|geschichte|buch|spiel|gedicht|traum|drehbuch|film)|rollenspiel)\b/iu;
const joke =
  /\b(?:just kidding|only kidding|i'm kidding|i'm joking|just joking|jk|war (?:nur )?(?:ein )?(?:spaß|scherz|witz)|nur spaß|kleiner scherz)\b|\/s\s*$/iu;

/** What stands for something that was cut out: no value may contain it. */
const gap = ' ‖ ';

/** What in a message the user says for themselves; empty when it stands in a frame that makes it somebody else's. */
export function ownWords(message: string): string {
  const text = message
    .slice(0, mostRead)
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replaceAll(/```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)/g, '\n\n')
    .replaceAll(/`[^`\n]+`/g, gap)
    .replaceAll(/^(?: {4}|\t).*$/gm, '')
    .replaceAll(/^\s*>.*$/gm, '')
    .replaceAll(/<[^>\n]{1,200}>/g, gap)
    .replaceAll(
      /^[ \t]*(?:\[?\d{1,2}[:.]\d{2}[^\n]{0,12}\]?[ \t]*)?[\p{Lu}][\p{L} .'-]{0,30}:[ \t]+\S.*$/gmu,
      '',
    )
    .replaceAll(/"[^"\n]*"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|»[^«\n]*«/gu, shortQuote);
  if (frame.test(text) || joke.test(text)) return '';
  return withoutIntroduced(text)
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.length <= longParagraph && !isList(paragraph))
    .join('\n\n')
    .trim();
}

/** `My name is "Ann"` keeps the name; a quoted sentence is somebody's. */
function shortQuote(quoted: string): string {
  const inner = quoted.slice(1, -1).trim();
  return inner.split(/\s+/).length <= 2 ? inner : gap;
}

/** A line that ends in a colon introduces what is pasted beneath it, up to the end of that block. */
function withoutIntroduced(text: string): string {
  const kept: string[] = [];
  let pasted = false;
  for (const line of text.split('\n')) {
    if (pasted && line.trim() === '' && kept.at(-1) !== '') pasted = false;
    if (!pasted) kept.push(line);
    if (/[:：]\s*$/u.test(line)) {
      kept.pop();
      kept.push('');
      pasted = true;
    }
  }
  return kept.join('\n');
}

/** Five short lines and more are a list or a log, not talk. */
function isList(paragraph: string): boolean {
  return paragraph.split('\n').filter((line) => line.trim() !== '').length >= 5;
}
