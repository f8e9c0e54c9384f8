import type { Export, SourceEvent } from './source.ts';
import { extensionOf, isMedia } from './export/visible-paths.ts';

export function problem(file: string, code: string, message: string, line?: number): SourceEvent {
  return {
    type: 'problem',
    problem: { file, ...(line === undefined ? {} : { line }), code, message },
  };
}

export function skipped(reason: string, file: string, count = 1): SourceEvent {
  return { type: 'skipped', reason, count, file };
}

/** What nobody looked into, so that nothing of an export goes missing without a word. */
export function* reportUnread(files: Export, isRead: (path: string) => boolean) {
  for (const { path } of files.files) {
    if (isRead(path)) continue;
    if (extensionOf(path) === 'zip') yield skipped('nested-zip', path);
    else yield skipped(isMedia(path) ? 'media' : 'file-not-read', path);
  }
}
