import { createHash } from 'node:crypto';
import type { SourceDocument, Visibility } from '@personate/contracts';
import { parseTime } from '../read/parse-time.ts';

export type SocialRow =
  | { type: 'document'; document: Omit<SourceDocument, 'place' | 'author'> }
  | { type: 'skipped'; reason: string }
  | { type: 'problem'; message: string };

/** A post: `Date, ShareLink, ShareCommentary, SharedUrl, MediaUrl, Visibility`. */
export function shareRow(cells: Record<string, string>): SocialRow {
  const link = cells.sharelink ?? '';
  return socialRow('shares', cells.date ?? '', cells.sharecommentary ?? '', link, link, {
    visibility: visibilityOf(cells.visibility ?? ''),
    ...(cells.sharedurl ? { facts: { shared: cells.sharedurl } } : {}),
  });
}

/** A comment: `Date, Link, Message`; the link is that of the post, which several comments may share. */
export function commentRow(cells: Record<string, string>): SocialRow {
  const link = cells.link ?? '';
  const key = `${link}\n${cells.date ?? ''}\n${cells.message ?? ''}`;
  return socialRow('comments', cells.date ?? '', cells.message ?? '', link, key, {});
}

function socialRow(
  folder: string,
  date: string,
  cell: string,
  link: string,
  key: string,
  more: Partial<SourceDocument>,
): SocialRow {
  const text = withoutLineQuotes(cell).trim();
  if (text === '') return { type: 'skipped', reason: 'no-words' };
  const time = date === '' ? null : parseTime(date);
  if (date !== '' && !time)
    return { type: 'problem', message: `It is not clear which time "${date.slice(0, 60)}" is.` };
  const url = /^https?:\/\//i.test(link) ? link : null;
  return {
    type: 'document',
    document: {
      externalId: `${folder}/${hashOf(key === '' ? `${date}\n${text}` : key)}`,
      text,
      ...time,
      kind: 'social',
      stance: 'by',
      ...(url ? { url, thread: threadOf(url) } : {}),
      ...more,
    },
  };
}

/** A post and the comments under it share its address without what stands behind `?`. */
function threadOf(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/\/$/, '');
}

/** Whoever sees a post when it is not everybody counts as a follower: connections, members of a group, the unknown. */
function visibilityOf(cell: string): Visibility {
  return ['', 'MEMBER_NETWORK', 'PUBLIC', 'ANYONE', 'LOGGED_IN'].includes(cell.toUpperCase())
    ? 'public'
    : 'followers';
}

/** Posts come with quotes around each of their lines: `first"⏎""⏎"last`. */
function withoutLineQuotes(text: string): string {
  const lines = text.split('\n');
  const last = lines.length - 1;
  const quoted =
    last > 0 &&
    lines.every(
      (line, at) => (at === 0 || line.startsWith('"')) && (at === last || /"\r?$/.test(line)),
    );
  if (!quoted) return text;
  return lines
    .map((line, at) => line.slice(at === 0 ? 0 : 1).replace(at === last ? '' : /"\r?$/, ''))
    .join('\n');
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}
