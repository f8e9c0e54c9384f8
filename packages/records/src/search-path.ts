import { ExpectedError } from '@personate/contracts';

/** @throws ExpectedError `database.search-path-invalid`; the name goes into SQL as it is. */
export function checkedSearchPath(searchPath: string): string {
  if (/^[a-z_][a-z0-9_]{0,62}$/.test(searchPath)) return searchPath;
  throw new ExpectedError(
    'invalid',
    'database.search-path-invalid',
    `"${searchPath}" is no plain schema name.`,
    {
      fix: 'Use lower-case letters, digits and underscores.',
    },
  );
}
