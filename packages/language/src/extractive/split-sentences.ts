const abbreviation =
  /(?:\b(?:mr|mrs|ms|dr|prof|st|sr|jr|vs|etc|no|nr|fig|approx|ca|bzw|vgl|kl|bl|dvs|t\.ex|z\.b|d\.h|u\.a|e\.g|i\.e|p\.ej|sra?|capt|gen|rev|hon|col|lt|sgt)\.|\b\p{Lu}\.)$/iu;
const initial = /(?:^|[\s(])\p{Lu}\.$/u;
const terminal = /[.!?…:;。！？]["'”’»)\]]*$/u;

const segmenters = new Map<string, Intl.Segmenter>();

/** The text's sentences in order, trimmed; bullets and line breaks end one where no punctuation does. */
export function splitSentences(text: string, language: string): string[] {
  return text
    .split(/\n\s*\n/u)
    .flatMap(joinWrappedLines)
    .flatMap((line) => segment(line, language))
    .map((sentence) => sentence.replace(/^(?:[-*•–]\s+|\d+[.)]\s+|>\s*)/u, '').trim())
    .filter((sentence) => sentence !== '' && !/^\d{1,3}[.)]$/u.test(sentence));
}

/** A line that ends without punctuation goes on in the next one only if that begins small: else it was a title or an item. */
function joinWrappedLines(paragraph: string): string[] {
  const lines: string[] = [];
  for (const raw of paragraph.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    const previous = lines.at(-1);
    const goesOn =
      previous !== undefined &&
      !/^(?:[-*•–]|\d+[.)]|#|>)\s/u.test(line) &&
      (terminal.test(previous) || previous.length >= 60 || /^[\p{Ll}\d(]/u.test(line));
    if (goesOn) lines[lines.length - 1] = `${previous} ${line}`;
    else lines.push(line);
  }
  return lines;
}

function segment(line: string, language: string): string[] {
  const found: string[] = [];
  for (const { segment: piece } of segmenterFor(language).segment(line)) {
    const previous = found.at(-1);
    const open =
      previous !== undefined &&
      (abbreviation.test(previous.trimEnd()) ||
        initial.test(previous.trimEnd()) ||
        /^\s*[\p{Ll}),]/u.test(piece));
    if (open) found[found.length - 1] = previous + piece;
    else found.push(piece);
  }
  return found.map((sentence) => sentence.trim());
}

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(/^[a-z]{2,3}$/u.test(language) ? language : 'en', {
      granularity: 'sentence',
    });
    if (segmenters.size < 64) segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** Whether what ends with a full stop here goes on after it: an abbreviation, an initial. */
export function isAbbreviated(text: string): boolean {
  return abbreviation.test(text) || initial.test(text);
}

/** Words of a text, as they stand. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];
}
