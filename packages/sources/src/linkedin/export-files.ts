import { baseNameOf, extensionOf } from '../export/visible-paths.ts';
import type { Export } from '../source.ts';

/** A file of the export by what it is: its name tells which one, its header must bear it out. */
export interface CsvRole {
  /** Columns that its header has, in lower case. */
  columns: readonly string[];
  /** Why its rows are left out; absent where they are read. */
  leftOut?: 'other-peoples-data' | 'direct-message';
}

const roles: Record<string, CsvRole> = {
  profile: { columns: ['first name', 'last name'] },
  'profile summary': { columns: ['profile summary'] },
  positions: { columns: ['company name', 'title'] },
  education: { columns: ['school name'] },
  skills: { columns: ['name'] },
  certifications: { columns: ['name', 'authority'] },
  projects: { columns: ['title', 'description'] },
  publications: { columns: ['name', 'publisher'] },
  languages: { columns: ['name', 'proficiency'] },
  honors: { columns: ['title'] },
  volunteering: { columns: ['company name', 'role'] },
  courses: { columns: ['name'] },
  organizations: { columns: ['name', 'position'] },
  shares: { columns: ['date', 'sharecommentary'] },
  comments: { columns: ['date', 'message'] },
  connections: { columns: ['first name', 'connected on'], leftOut: 'other-peoples-data' },
  contacts: { columns: ['source'], leftOut: 'other-peoples-data' },
  invitations: { columns: ['from', 'to'], leftOut: 'other-peoples-data' },
  'recommendations received': { columns: ['text'], leftOut: 'other-peoples-data' },
  'recommendations given': { columns: ['text'], leftOut: 'other-peoples-data' },
  messages: { columns: ['from', 'content'], leftOut: 'direct-message' },
};

/** Whose header is found in no other kind of export, so that one of them tells the format. */
const telling = new Set(
  'profile,profile summary,positions,education,certifications,shares,connections,messages,recommendations received'.split(
    ',',
  ),
);

export interface CsvFile {
  path: string;
  name: string;
  role: CsvRole;
}

/** The known CSV files, by names such as `Shares_123456.csv`, `Positions (1).csv`, `Recommendations_Received.csv`. */
export function csvFiles(files: Export): CsvFile[] {
  return files.files.flatMap(({ path }) => {
    if (extensionOf(path) !== 'csv') return [];
    const name = baseNameOf(path)
      .slice(0, -'.csv'.length)
      .toLowerCase()
      .replace(/ ?\(\d+\)$/, '')
      .replaceAll('_', ' ')
      .replace(/ \d+$/, '');
    const role = Object.hasOwn(roles, name) ? roles[name] : undefined;
    return role ? [{ path, name, role }] : [];
  });
}

export function isTelling(file: CsvFile): boolean {
  return telling.has(file.name);
}

export function isArticle(path: string): boolean {
  return /(?:^|\/)articles\/.*\.html?$/i.test(path);
}
