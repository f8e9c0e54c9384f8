import { inlineText } from './inline-text.ts';

/**
 * Markdown as plain text that keeps its structure: headings as `# …` lines, lists as `- …`, fenced code as it is;
 * links become their words, images their description; HTML, comments and template tags go. Linear in its length.
 */
export function markdownToText(markdown: string): string {
  const blocks = splitFences(markdown);
  const parts = blocks.map(({ text, code }) => (code ? text : proseText(text)));
  return parts
    .flatMap((part) => part.split('\n'))
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Fenced code apart from the rest. A fence that is never closed runs to the end. */
function splitFences(markdown: string): Array<{ text: string; code: boolean }> {
  const blocks: Array<{ text: string; code: boolean }> = [];
  let lines: string[] = [];
  let fence = '';
  const end = (code: boolean) => {
    if (lines.length > 0) blocks.push({ text: lines.join('\n'), code });
    lines = [];
  };
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === '' && mark !== undefined) {
      end(false);
      fence = mark;
      lines.push(line);
    } else if (fence !== '' && mark?.startsWith(fence) && /^ {0,3}[`~]+[ \t]*$/.test(line)) {
      lines.push(line);
      end(true);
      fence = '';
    } else lines.push(line);
  }
  end(fence !== '');
  return blocks;
}

function proseText(prose: string): string {
  let text = prose;
  for (const [open, close] of [
    ['<!--', '-->'],
    ['%%', '%%'],
    ['{%', '%}'],
    ['{{', '}}'],
  ] as const)
    text = withoutBetween(text, open, close);
  for (const tag of ['script', 'style', 'video', 'audio', 'iframe', 'svg'])
    text = withoutBetween(text, `<${tag}`, `</${tag}>`);
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const kept = blockLine(line, lines);
    if (kept !== null) lines.push(kept);
  }
  return lines.join('\n');
}

/** @returns the line as it is kept, null when it goes; an underlined heading is made of the line before. */
function blockLine(line: string, before: string[]): string | null {
  const above = before.at(-1) ?? '';
  if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(line) && above.trim() !== '' && !/^(?:#|- |> )/.test(above)) {
    before[before.length - 1] = `${line.includes('=') ? '#' : '##'} ${above.trim()}`;
    return null;
  }
  if (/^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$/.test(line))
    return '';
  if (/^[\s:|-]+$/.test(line) && line.includes('-') && line.includes('|')) return null;
  if (/^\s*\{:[^{}]*\}\s*$/.test(line)) return null;
  if (/^ {0,3}\[[^[\]^][^[\]]*\]:\s*\S/.test(line)) return null;

  const heading = /^ {0,3}(#{1,6})[ \t]+/.exec(line);
  if (heading?.[1]) {
    const words = inlineText(line.slice(heading[0].length)).trim();
    return `${heading[1]} ${words.replace(/(?:^|\s)#+$/, '').trim()}`.trim();
  }
  const quote = /^(?: {0,3}>[ \t]?)+/.exec(line)?.[0] ?? '';
  const rest = line.slice(quote.length).replace(/^\[![a-z-]+\][+-]?[ \t]*/i, '');
  const item = /^(\s*)[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/.exec(rest);
  const start = `${quote === '' ? '' : '> '}${item ? `${item[1]}- ` : ''}`;
  const words = inlineText(rest.slice(item?.[0].length ?? 0)).replace(/\s\^[\w-]+$/, '');
  return `${start}${/^\s*\|.*\|\s*$/.test(words) ? tableRow(words) : words}`;
}

function tableRow(row: string): string {
  const cells = row.trim().slice(1, -1).split('|');
  return cells.map((cell) => cell.trim()).join(' | ');
}

/** Takes away what stands between two marks, with them; an opening one that is never closed stays. */
function withoutBetween(text: string, open: string, close: string): string {
  const folded = open.startsWith('<') ? text.toLowerCase() : text;
  // Lower-casing may change the length of rare letters, and then the positions would be off.
  const search = folded.length === text.length ? folded : text;
  let kept = '';
  let from = 0;
  for (let at = search.indexOf(open); at !== -1; at = search.indexOf(open, from)) {
    const end = search.indexOf(close, at + open.length);
    if (end === -1) break;
    kept += text.slice(from, at);
    from = end + close.length;
  }
  return kept + text.slice(from);
}
