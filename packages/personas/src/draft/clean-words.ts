/** A text's own words: without links, mentions, hash signs, code, quoted lines, headings and stage directions. */
export function cleanWords(text: string): string {
  return (
    text
      .slice(0, 100_000)
      .replaceAll(/```[\s\S]*?(?:```|$)/g, ' ')
      .replaceAll(/`[^`\n]*`/g, ' ')
      .replaceAll(/^[ \t]*>.*$/gm, ' ')
      .replaceAll(/^#{1,6}[ \t]+.*$/gm, ' ')
      .replaceAll(/\bhttps?:\/\/\S+|\bwww\.\S+/gi, ' ')
      .replaceAll(/(^|[^\p{L}\p{N}])@[\p{L}\p{N}_.]+/gu, '$1')
      .replaceAll(/#(?=[\p{L}\p{N}_])/gu, '')
      // Stage directions and placeholders: "[shares a photo]", "[image omitted]".
      .replaceAll(/\[[^\]\n]*\s[^\]\n]*\]/g, ' ')
      .replaceAll(/[ \t]+/g, ' ')
      .replaceAll(/ ?\n ?/g, '\n')
      .trim()
  );
}
