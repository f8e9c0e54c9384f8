import type { SourceDocument } from '@personate/contracts';
import type { Export } from '../source.ts';
import { readRows } from './csv-rows.ts';
import { csvFiles } from './export-files.ts';

type Told = Omit<SourceDocument, 'place' | 'author'>;

/** The row of Profile.csv; null where the export does not bring that file. */
export async function readProfile(
  files: Export,
  signal: AbortSignal,
): Promise<Record<string, string> | null> {
  const file = csvFiles(files).find(({ name }) => name === 'profile');
  if (!file) return null;
  for await (const row of readRows(files, file.path, file.role.columns, signal))
    if (row.type === 'row') return row.cells;
  return null;
}

export function nameOf(profile: Record<string, string>): string {
  return [profile['first name'], profile['last name']].filter(Boolean).join(' ');
}

/** Headline, summary, industry and place; address, birthday, e-mail and the like are not read. */
export function profileDocument(cells: Record<string, string>): Told | null {
  const { headline, industry, summary } = cells;
  const location = cells['geo location'];
  const based = location ? `I am based in ${location}.` : undefined;
  const text = [headline, summary, based].filter(Boolean).join('\n\n');
  if (text === '') return null;
  return {
    externalId: 'profile',
    title: 'Profile',
    text,
    kind: 'career',
    stance: 'by',
    facts: {
      ...(headline ? { headline } : {}),
      ...(industry ? { industry } : {}),
      ...(location ? { location } : {}),
    },
  };
}

export function summaryDocument(cells: Record<string, string>): Told | null {
  const text = cells['profile summary'];
  if (!text) return null;
  return { externalId: 'profile-summary', title: 'Profile', text, kind: 'career', stance: 'by' };
}

export function skillsDocument(skills: readonly string[]): Told | null {
  const last = skills.at(-1);
  if (last === undefined) return null;
  const list = skills.length === 1 ? last : `${skills.slice(0, -1).join(', ')} and ${last}`;
  return {
    externalId: 'skills',
    title: 'Skills',
    text: `I am skilled in ${list}.`,
    // The sentence is ours; a list of names was taken for French, Romanian or Swedish.
    language: 'en',
    kind: 'career',
    stance: 'by',
    facts: { skills: skills.join('; ') },
  };
}
