import { baseNameOf } from '../export/visible-paths.ts';
import type { Export } from '../source.ts';

export type ArchiveFileRole =
  | 'posts'
  | 'notes'
  | 'account'
  | 'account-2012'
  | 'protection'
  | 'deleted'
  | 'messages'
  | 'likes';

/** By name, in both layouts and all parts: `tweets.js`, `tweet.js`, `tweets-part3.js`; `2013_01.js` until 2018. */
const names: Array<[RegExp, ArchiveFileRole]> = [
  [/^(?:tweets?|community-tweets?)(?:-part\d+)?\.js$/, 'posts'],
  [/^\d{4}_\d{2}\.js$/, 'posts'],
  [/^note-tweets?(?:-part\d+)?\.js$/, 'notes'],
  [/^account\.js$/, 'account'],
  [/^user_details\.js$/, 'account-2012'],
  [/^protected-history\.js$/, 'protection'],
  [/^deleted-tweets?(?:-part\d+)?\.js$/, 'deleted'],
  [/^direct-messages?(?:-group)?(?:-part\d+)?\.js$/, 'messages'],
  [/^likes?(?:-part\d+)?\.js$/, 'likes'],
];

export function archiveFileRole(path: string): ArchiveFileRole | null {
  // The archive brings a viewer of its own, made of scripts.
  if (/(?:^|\/)assets\//.test(path)) return null;
  const name = baseNameOf(path);
  return names.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

export function filesOfRole(files: Export, role: ArchiveFileRole): string[] {
  return files.files.map((file) => file.path).filter((path) => archiveFileRole(path) === role);
}
