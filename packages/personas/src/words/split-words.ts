const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const primary = /^[a-z]{2,3}(?=-|$)/i.exec(language)?.[0].toLowerCase() ?? 'und';
  const key = `${primary}/${granularity}`;
  let found = segmenters.get(key);
  if (found === undefined) {
    found = new Intl.Segmenter(primary, { granularity });
    if (segmenters.size < 64) segmenters.set(key, found);
  }
  return found;
}

/** Words as written, without what stands between them. */
export function splitWords(text: string, language: string): string[] {
  const words: string[] = [];
  for (const part of segmenter(language, 'word').segment(text)) {
    if (part.isWordLike === true) words.push(part.segment);
  }
  return words;
}

/** Sentences, trimmed; a line break ends one as well. */
export function splitSentences(text: string, language: string): string[] {
  const sentences: string[] = [];
  for (const line of text.split(/\n+/)) {
    for (const part of segmenter(language, 'sentence').segment(line)) {
      const sentence = part.segment.trim();
      if (sentence !== '') sentences.push(sentence);
    }
  }
  return sentences;
}
