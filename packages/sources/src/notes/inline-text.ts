import { decodeHTML } from 'entities';

/** Escaped characters wait here while mark-up is taken away: a range of private use that no text has a meaning for. */
const escapeBase = 0xe000;

/** One line of Markdown without its inline mark-up: links and images become their words. Every pattern is linear. */
export function inlineText(line: string): string {
  // Odd parts are code spans: their contents are not mark-up.
  return line
    .split(/(`{1,3})(?!`)([^`\n]+)\1(?!`)/)
    .map((part, at) => (at % 3 === 0 ? withoutMarkup(part) : at % 3 === 1 ? '' : part))
    .join('');
}

function withoutMarkup(text: string): string {
  if (text === '') return text;
  const bare = text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, escaped: string) =>
      String.fromCharCode(escapeBase + escaped.charCodeAt(0)),
    )
    .replace(/!\[\[[^[\]\n]*\]\]/g, '')
    .replace(/\[\[([^[\]\n]*)\]\]/g, (_, target: string) => wikiLink(target))
    .replace(/!\[([^[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\s*\)/g, '$1')
    .replace(/!\[([^[\]\n]*)\]\[[^[\]\n]*\]/g, '$1')
    .replace(/\[\^[^[\]\s]*\]:?/g, '')
    .replace(/\[([^[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\s*\)/g, '$1')
    .replace(/\[([^[\]\n]+)\]\[[^[\]\n]*\]/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]+)>/g, '$1')
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])(?:\s[^<>]*)?\/?>/gi, '\n')
    .replace(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi, '');
  return withoutEmphasis(decodeHTML(bare)).replace(/[\uE021-\uE07E]/g, (kept) =>
    String.fromCharCode(kept.charCodeAt(0) - escapeBase),
  );
}

function withoutEmphasis(text: string): string {
  const single = /(?<!\*)\*(?!\*)([^\s*](?:[^*\n]*[^\s*])?)(?<!\*)\*(?!\*)/g;
  return text
    .replace(single, '$1')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(single, '$1')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})([^\s_](?:[^_\n]*[^\s_])?)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/~~([^~\n]+)~~/g, '$1')
    .replace(/==([^=\n]+)==/g, '$1');
}

/** `page|shown` → shown; `folder/page#part` → page. */
function wikiLink(target: string): string {
  const bar = target.indexOf('|');
  if (bar !== -1) return target.slice(bar + 1).trim();
  const page = target.replace(/[#^].*$/, '');
  return page.slice(page.lastIndexOf('/') + 1).trim();
}
