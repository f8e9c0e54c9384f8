import { Parser } from 'htmlparser2';

const silent = new Set(['script', 'style', 'title', 'template', 'svg', 'noscript']);
const blocks = new Set(
  'p div section article header footer ul ol table tr blockquote pre figure figcaption hr br h1 h2 h3 h4 h5 h6 li'.split(
    ' ',
  ),
);

/** HTML as plain text: paragraphs apart, headings as `# …` lines, list items as `- …`; scripts and styles gone. */
export function htmlToText(html: string): string {
  let text = '';
  let silentDepth = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (silent.has(name)) silentDepth += 1;
        else if (name === 'br') text += '\n';
        else if (name === 'li') text += '\n- ';
        else if (/^h[1-6]$/.test(name)) text += `\n\n${'#'.repeat(Number(name[1]))} `;
        else if (blocks.has(name)) text += '\n\n';
      },
      ontext(data) {
        if (silentDepth === 0) text += data.replace(/\s+/g, ' ');
      },
      onclosetag(name) {
        if (silent.has(name)) silentDepth = Math.max(0, silentDepth - 1);
        else if (blocks.has(name) && name !== 'br' && name !== 'li') text += '\n\n';
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line, at, lines) => !(line === '' && lines[at - 1] === ''))
    .filter((line) => !/^(?:#{1,6}|-)$/.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
