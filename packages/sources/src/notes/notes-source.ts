import type { SourceDocument } from '@personate/contracts';
import { extensionOf } from '../export/visible-paths.ts';
import { parseTime } from '../read/parse-time.ts';
import { decodeText, readBytes, readHead } from '../read/read-text.ts';
import { SeenIds } from '../read/seen-ids.ts';
import { problem, reportUnread, skipped } from '../source-events.ts';
import type { Export, ReadOptions, Source, SourceEvent } from '../source.ts';
import { looksLikeChat } from './chat-log.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { markdownToText } from './markdown-text.ts';
import { pathWithoutExtension, readName } from './note-name.ts';

/** A note is a text somebody wrote by hand; four bytes a character, a million characters are enough. */
const maxNoteBytes = 4_000_000;
const maxNoteLength = 1_000_000;
const maxIdLength = 1_024;
const sniffedFiles = 5;

/** A folder of Markdown and plain text, or one such file. Its documents carry no stance unless the notes state it. */
export const notesSource: Source = {
  format: 'notes',
  title: 'Notes (Markdown and plain text)',

  async detect(files, signal) {
    const notes = files.files.filter((file) => isNote(files, file.path)).slice(0, sniffedFiles);
    for (const { path } of notes) {
      const head = await readHead(files, path, 2_048, signal);
      if (head.trim() !== '' && !looksLikeChat(head)) return isNamedNote(path) ? 0.5 : 0.2;
    }
    return 0;
  },

  self: () => Promise.resolve(null),

  async *read(files, options, signal) {
    const seen = new SeenIds();
    for (const { path, sizeBytes } of files.files) {
      if (!isNote(files, path)) continue;
      if (path.length > maxIdLength)
        yield problem(path, 'notes.bad-id', `The path has more than ${maxIdLength} characters.`);
      else if (sizeBytes > maxNoteBytes)
        yield problem(path, 'notes.too-long', 'The note has more than a million characters.');
      else yield* readNote(files, path, seen, options, signal);
    }
    yield* reportUnread(files, (path) => isNote(files, path));
  },
};

function isNamedNote(path: string): boolean {
  return ['md', 'markdown', 'txt'].includes(extensionOf(path));
}

/** A file handed over alone may have lost its name on the way. */
function isNote(files: Export, path: string): boolean {
  return isNamedNote(path) || (files.files.length === 1 && extensionOf(path) === '');
}

async function* readNote(
  files: Export,
  path: string,
  seen: SeenIds,
  options: ReadOptions,
  signal: AbortSignal,
): AsyncGenerator<SourceEvent> {
  const bytes = await readBytes(files, path, maxNoteBytes, signal);
  const { text, encoding } = decodeText(bytes ?? Buffer.alloc(0));
  if (encoding === 'binary') {
    yield problem(path, 'notes.not-text', 'The file is not text.');
    return;
  }
  if (encoding === 'windows-1252')
    yield problem(path, 'notes.not-unicode', 'The file is not UTF-8; it was read as Windows-1252.');
  const note = splitFrontMatter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  // Without its front matter a note could lose what keeps it from the public.
  if ('message' in note)
    yield problem(path, 'notes.front-matter', `${note.message} It is left out.`);
  else if (note.matter.published === false || note.matter.draft === true || isDraft(path))
    yield skipped('unpublished', path);
  else yield* toEvents(path, note.matter, note.body, seen, options);
}

function isDraft(path: string): boolean {
  return path.split('/').includes('_drafts');
}

function* toEvents(
  path: string,
  matter: FrontMatter,
  body: string,
  seen: SeenIds,
  options: ReadOptions,
): Generator<SourceEvent> {
  const markdown = extensionOf(path) !== 'txt';
  const { title, text } = markdown
    ? takeTitle(markdownToText(body), matter.title)
    : { title: matter.title?.trim() || null, text: body.trim() };
  if (text === '') return yield skipped('empty', path);
  if (text.length > maxNoteLength)
    return yield problem(path, 'notes.too-long', 'The note has more than a million characters.');
  const id = matter.id ?? pathWithoutExtension(path);
  const taken = !seen.add(id);
  // `a.md` beside `a.txt`: the second keeps its extension.
  if (taken && (matter.id != null || !seen.add(path))) {
    const message = `The id "${id.slice(0, 100)}" was used before; the first note with it counts.`;
    return yield problem(path, 'notes.duplicate-id', message);
  }
  const name = readName(path);
  const date = matter.date ?? matter.created ?? null;
  const stated = date === null || date === '' ? null : parseTime(date);
  if (date !== null && date !== '' && stated === null) {
    const message = `It is not clear which date "${String(date).slice(0, 60)}" is; write it as 2019-04-02. The note was taken without it.`;
    yield problem(path, 'notes.time-unclear', message);
  }
  const time = stated ?? (date === null ? name.time : null);
  const language = matter.language ?? matter.lang;
  const document: SourceDocument = {
    externalId: taken ? path : id,
    text,
    title: title ?? name.title,
    ...(matter.author?.trim() ? { author: { name: matter.author.trim() } } : {}),
    ...time,
    ...(matter.thread ? { thread: matter.thread } : {}),
    kind: matter.kind ?? options.kind ?? 'history',
    ...(matter.stance ? { stance: matter.stance } : {}),
    ...(matter.audience ? { audience: matter.audience } : {}),
    ...(matter.visibility ? { visibility: matter.visibility } : {}),
    ...(matter.url && /^https?:\/\//i.test(matter.url) ? { url: matter.url } : {}),
    ...(language ? { language } : {}),
    ...(matter.tags?.length ? { facts: { tags: matter.tags.join(', ') } } : {}),
    place: { file: path },
  };
  yield { type: 'document', document };
}

/** The title in the front matter or, failing that, the heading that the text begins with, which is then not said twice. */
function takeTitle(
  text: string,
  stated: string | null | undefined,
): { title: string | null; text: string } {
  const heading = /^# (.+)(?:\n+|$)/.exec(text);
  const given = stated?.trim() ? stated.trim() : null;
  if (!heading?.[1] || (given !== null && given !== heading[1].trim()))
    return { title: given, text };
  return { title: heading[1].trim(), text: text.slice(heading[0].length).trim() };
}
