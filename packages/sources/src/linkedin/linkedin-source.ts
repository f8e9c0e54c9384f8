import { SeenIds } from '../read/seen-ids.ts';
import { problem, reportUnread, skipped } from '../source-events.ts';
import type { Export, Source, SourceEvent } from '../source.ts';
import { readArticleFile } from './article-file.ts';
import { readRows } from './csv-rows.ts';
import { type CsvFile, csvFiles, isArticle, isTelling } from './export-files.ts';
import { nameOf, readProfile, skillsDocument } from './profile.ts';
import { type Context, documentEvent, rowEvents } from './row-events.ts';

/** A profile can hold a hundred; more than this is another file. */
const maxSkills = 1_000;

/** A LinkedIn export: profile and career as first-person sentences, posts, comments and articles; nobody else's data. */
export const linkedinSource: Source = {
  format: 'linkedin',
  title: 'LinkedIn export',

  async detect(files, signal) {
    for (const file of csvFiles(files).filter(isTelling))
      for await (const row of readRows(files, file.path, file.role.columns, signal)) {
        if (row.type === 'header') return 0.95;
        break;
      }
    return 0;
  },

  async self(files, signal) {
    const profile = await readProfile(files, signal);
    const name = profile ? nameOf(profile) : '';
    return name === '' ? null : { name };
  },

  async *read(files, options, signal) {
    const profile = await readProfile(files, signal);
    const name = profile ? nameOf(profile) : '';
    const context: Context = {
      author: name !== '' ? { name } : options.self === undefined ? null : { name: options.self },
      hasSummary: !!profile?.summary,
      ids: new SeenIds(),
    };
    const known = csvFiles(files);
    for (const { path } of files.files) {
      const file = known.find((csv) => csv.path === path);
      if (file) yield* readFile(files, file, context, signal);
      else if (isArticle(path)) yield* readArticleFile(files, path, context, signal);
    }
    const read = new Set(known.map(({ path }) => path));
    yield* reportUnread(files, (path) => read.has(path) || isArticle(path));
  },
};

async function* readFile(
  files: Export,
  { path, name, role }: CsvFile,
  context: Context,
  signal: AbortSignal,
): AsyncGenerator<SourceEvent> {
  const skills: string[] = [];
  let leftOut = 0;
  for await (const row of readRows(files, path, role.columns, signal)) {
    const { line } = row;
    if (row.type === 'header') continue;
    if (row.type === 'headerless') {
      if (role.leftOut) yield skipped(role.leftOut, path);
      else yield problem(path, 'linkedin.unknown-columns', row.message, line);
    } else if (row.type === 'bad') yield problem(path, 'linkedin.bad-row', row.message, line);
    else if (role.leftOut) leftOut += 1;
    else if (name === 'skills') {
      if (row.cells.name && skills.length < maxSkills) skills.push(row.cells.name);
    } else yield* rowEvents(name, row.cells, path, line, context);
  }
  if (role.leftOut && leftOut > 0) yield skipped(role.leftOut, path, leftOut);
  const told = skillsDocument([...new Set(skills)]);
  if (told) yield documentEvent(told, path, undefined, context);
}
