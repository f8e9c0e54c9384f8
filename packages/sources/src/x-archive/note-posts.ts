import { decodeHTML } from 'entities';
import { z } from 'zod';
import { parseTime } from '../read/parse-time.ts';
import type { Export } from '../source.ts';
import { filesOfRole } from './archive-files.ts';
import { type Post, rawText } from './post.ts';
import { readRecords } from './read-records.ts';

const noteSchema = z.object({
  noteTweet: z.object({
    createdAt: z.string(),
    core: z.object({
      text: z.string(),
      urls: z
        .array(z.object({ shortUrl: z.string(), expandedUrl: z.string() }))
        .nullish()
        .catch(null),
    }),
  }),
});

export interface NotePost {
  text: string;
  links: Array<{ short: string; long: string }>;
}

/** All notes of an account; beyond it the cut text of a post has to do. */
const maxNoteCharacters = 64_000_000;
/** How far the two times of one post lie apart at most, in seconds. */
const slack = 2;
const comparedCharacters = 100;
/** A text that is not cut is no longer than a post may be. */
const minCutLength = 40;

/**
 * The whole texts of long posts. `note-tweet.js` has ids of its own, so a note is joined to its post by the time, and
 * by how the text begins, since a thread posted in one go shares the second.
 */
export class NotePosts {
  readonly #bySecond = new Map<number, NotePost[]>();
  #characters = 0;

  static async read(files: Export, signal: AbortSignal): Promise<NotePosts> {
    const notes = new NotePosts();
    for (const path of filesOfRole(files, 'notes')) {
      for await (const record of readRecords(await files.open(path, signal))) {
        const parsed = record.type === 'record' ? noteSchema.safeParse(record.value) : null;
        if (parsed?.success) notes.#add(parsed.data.noteTweet);
      }
    }
    return notes;
  }

  #add({ createdAt, core }: z.infer<typeof noteSchema>['noteTweet']): void {
    const time = parseTime(createdAt);
    this.#characters += core.text.length;
    if (time === null || this.#characters > maxNoteCharacters) return;
    const second = Math.floor(Date.parse(time.at) / 1000);
    const links = (core.urls ?? []).map((url) => ({ short: url.shortUrl, long: url.expandedUrl }));
    const others = this.#bySecond.get(second) ?? [];
    this.#bySecond.set(second, [...others, { text: core.text, links }]);
  }

  /** The whole text of a post that was cut, if the archive holds it. */
  find(post: Post, at: string): NotePost | undefined {
    if (this.#bySecond.size === 0) return undefined;
    const cut = beginning(decodeHTML(rawText(post)));
    if (cut.length < minCutLength) return undefined;
    const second = Math.floor(Date.parse(at) / 1000);
    for (let near = second - slack; near <= second + slack; near += 1) {
      for (const note of this.#bySecond.get(near) ?? []) {
        // Notes come with and without HTML entities; the post tells which.
        if (beginning(note.text).startsWith(cut)) return note;
        const decoded = decodeHTML(note.text);
        if (beginning(decoded).startsWith(cut)) return { ...note, text: decoded };
      }
    }
    return undefined;
  }
}

/** The first words, without short links, which differ between the two, and without the mark of the cut. */
function beginning(text: string): string {
  return text
    .slice(0, 4 * comparedCharacters)
    .replace(/https?:\/\/t\.co\/\w+/g, '')
    .replace(/…\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, comparedCharacters);
}
