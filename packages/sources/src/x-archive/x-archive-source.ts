import type { Author, SourceDocument, Visibility } from '@personate/contracts';
import { readHead } from '../read/read-text.ts';
import { type ParsedTime, parseTime } from '../read/parse-time.ts';
import { problem, reportUnread, skipped } from '../source-events.ts';
import type { Export, Source, SourceEvent } from '../source.ts';
import { isProtected, readAccount } from './account.ts';
import { archiveFileRole, filesOfRole } from './archive-files.ts';
import { reportLeftOut } from './left-out.ts';
import { NotePosts } from './note-posts.ts';
import { isRepost, languageOf, type Post, toPost } from './post.ts';
import { postText } from './post-text.ts';
import { readRecords } from './read-records.ts';
import { readThreads, type Threads } from './threads.ts';

const sniffedFiles = 8;

/** An X (Twitter) archive, of the layout since 2018 and of the one before. Every document is in the account's own words. */
export const xArchiveSource: Source = {
  format: 'x-archive',
  title: 'X (Twitter) archive',

  async detect(files, signal) {
    const known = files.files.filter(({ path }) => archiveFileRole(path) !== null);
    for (const { path } of known.slice(0, sniffedFiles)) {
      const head = await readHead(files, path, 256, signal);
      if (/^\s*(?:window\.)?(?:YTD|Grailbird)\.|^\s*var user_details\s*=/.test(head)) return 1;
    }
    return 0;
  },

  self: readAccount,

  async *read(files, options, signal) {
    const account = await readAccount(files, signal);
    const context: Context = {
      account: account ?? (options.self === undefined ? null : { name: options.self }),
      visibility: (await isProtected(files, signal)) ? 'followers' : 'public',
      notes: await NotePosts.read(files, signal),
      threads: await readThreads(files, account, signal),
    };
    for (const path of filesOfRole(files, 'posts')) yield* readPosts(files, path, context, signal);
    yield* reportLeftOut(files, signal);
    yield* reportUnread(files, (path) => archiveFileRole(path) !== null);
  },
};

interface Context {
  account: Author | null;
  visibility: Visibility;
  notes: NotePosts;
  threads: Threads;
}

async function* readPosts(
  files: Export,
  file: string,
  context: Context,
  signal: AbortSignal,
): AsyncGenerator<SourceEvent> {
  for await (const record of readRecords(await files.open(file, signal))) {
    const { line } = record;
    if (record.type === 'bad') {
      yield record.cut
        ? problem(file, 'x-archive.file-cut', 'The file ends within a record.', line)
        : problem(file, 'x-archive.bad-record', 'The record is not JSON.', line);
      continue;
    }
    const post = toPost(record.value);
    if (typeof post === 'string') yield problem(file, 'x-archive.bad-record', post, line);
    else yield toEvent(post, file, line, context);
  }
}

function toEvent(post: Post, file: string, line: number, context: Context): SourceEvent {
  if (!context.threads.pending.delete(post.id_str)) return skipped('duplicate', file);
  if (isRepost(post)) return skipped('repost', file);
  const time = timeOf(post);
  if (time === null) {
    const message = `It is not clear which time "${post.created_at.slice(0, 60)}" is.`;
    return problem(file, 'x-archive.bad-record', message, line);
  }
  const { text, replyingTo, quotes } = postText(post, context.notes.find(post, time.at));
  if (text === '') return skipped('no-words', file);
  const author = context.account ?? ownerOf(post);
  const language = languageOf(post.lang);
  const followersOnly = post.scopes?.followers === true || post.user?.protected === true;
  const facts = {
    ...(replyingTo.length > 0 ? { replyingTo: replyingTo.join(', ') } : {}),
    ...(quotes ? { quotes } : {}),
    ...(post.community_id_str ? { community: post.community_id_str } : {}),
  };
  const document: SourceDocument = {
    externalId: post.id_str,
    text,
    ...(author ? { author } : {}),
    ...time,
    thread: context.threads.rootOf(post.id_str),
    ...(post.in_reply_to_status_id_str ? { replyTo: post.in_reply_to_status_id_str } : {}),
    kind: 'social',
    stance: 'by',
    visibility: followersOnly ? 'followers' : context.visibility,
    url: `https://x.com/i/web/status/${post.id_str}`,
    ...(language ? { language } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    place: { file, line },
  };
  return { type: 'document', document };
}

function ownerOf({ user }: Post): Author | null {
  return user ? { id: user.id_str, name: user.name } : null;
}

/** The layout of 2012 gives posts from before November 2010 the time of midnight, which is no time at all. */
function timeOf(post: Post): ParsedTime | null {
  const time = parseTime(post.created_at);
  if (time && post.created_at.endsWith(' 00:00:00 +0000') && time.at < '2010-11-10')
    return { ...time, atPrecision: 'day' };
  return time;
}
