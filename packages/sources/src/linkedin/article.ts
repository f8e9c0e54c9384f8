import { htmlToText } from '../read/html-text.ts';
import { type ParsedTime, parseTime } from '../read/parse-time.ts';

export interface Article {
  title: string | null;
  text: string;
  time: ParsedTime | null;
  url: string | null;
  /** It says when it was begun and not when it came out. */
  draft: boolean;
}

/** An article's page: title, dates ("Published on 2024-02-24 00:09", missing in older exports) and paragraphs. */
export function readArticle(html: string): Article {
  const body = htmlToText(html);
  const lines = body.split('\n');
  let title: string | null = null;
  let created = false;
  let time: ParsedTime | null = null;
  // What stands above the text: the title, then the dates.
  for (; lines.length > 0; lines.shift()) {
    const line = lines[0] ?? '';
    if (line === '') continue;
    const heading = /^#{1,2} (.+)$/.exec(line)?.[1];
    const published = /^Published on:? (.{4,30})$/.exec(line)?.[1];
    if (heading && title === null) title = heading;
    else if (/^Created on\b/.test(line)) created = true;
    else if (published) time = parseTime(published);
    else break;
  }
  const url = /<h1[^<>]{0,200}>\s*<a\s[^<>]{0,200}href="(https?:\/\/[^"<>\s]{1,1000})"/i.exec(
    html,
  )?.[1];
  return { title, text: lines.join('\n').trim(), time, url: url ?? null, draft: created && !time };
}
