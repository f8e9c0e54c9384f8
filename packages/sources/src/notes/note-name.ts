import { baseNameOf } from '../export/visible-paths.ts';
import { type ParsedTime, parseTime } from '../read/parse-time.ts';

/** Without the extension, in one Unicode form on every file system. */
export function pathWithoutExtension(path: string): string {
  return path.replace(/\.(?:md|markdown|txt)$/i, '').normalize('NFC');
}

/** What a file's name tells: `2021-9-1-first-post` (Jekyll), `Project Notes <32 hex digits>` (Notion), `2024-05-01` (a diary). */
export function readName(path: string): { title: string; time: ParsedTime | null } {
  const plain = baseNameOf(pathWithoutExtension(path)).replace(/[ _-]*[0-9a-f]{32}$/, '');
  const dated = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]+(.+))?$/.exec(plain);
  const time = dated?.[1] ? parseTime(dated[1]) : null;
  const rest = time ? (dated?.[2] ?? plain) : plain;
  // A slug has no blanks of its own; a date alone is a title as it is.
  const words =
    rest === plain && time ? rest : /\s/.test(rest) ? rest : rest.replace(/[-_]+/g, ' ');
  const title = words.trim();
  return { title: title.charAt(0).toUpperCase() + title.slice(1), time };
}
