import type { Author } from '@personate/contracts';
import type { Export } from '../source.ts';
import { filesOfRole } from './archive-files.ts';
import { type Post, toPost } from './post.ts';
import { readRecords } from './read-records.ts';

/** Longer chains of replies to oneself are cut into threads of this length. */
const maxDepth = 10_000;

export interface Threads {
  /** Ids of the posts that were not told yet; deleting one twice shows a duplicate. */
  pending: Set<string>;
  /** The first post of the account's own chain that a post stands in; itself, where it begins one. */
  rootOf(id: string): string;
}

/** One pass over the posts for who answers whom: of each it keeps ids, no text. */
export async function readThreads(
  files: Export,
  account: Author | null,
  signal: AbortSignal,
): Promise<Threads> {
  const own = new Set<string>();
  const parents = new Map<string, string>();
  const toSelf = new Set<string>();
  for (const path of filesOfRole(files, 'posts')) {
    for await (const record of readRecords(await files.open(path, signal))) {
      const post = record.type === 'record' ? toPost(record.value) : '';
      if (typeof post === 'string') continue;
      own.add(post.id_str);
      const parent = post.in_reply_to_status_id_str;
      if (!parent) continue;
      parents.set(post.id_str, parent);
      // The post answered may be deleted by now: the account's id still says whose it was.
      if (isReplyToSelf(post, account)) toSelf.add(parent);
    }
  }
  for (const [id, parent] of parents)
    if (!own.has(parent) && !toSelf.has(parent)) parents.delete(id);
  return {
    pending: own,
    rootOf(id) {
      let root = id;
      for (let depth = 0; depth < maxDepth; depth += 1) {
        const parent = parents.get(root);
        if (parent === undefined || parent === id) break;
        root = parent;
      }
      return root;
    },
  };
}

function isReplyToSelf(post: Post, account: Author | null): boolean {
  const self = account?.id ?? post.user?.id_str;
  return self !== undefined && post.in_reply_to_user_id_str === self;
}
