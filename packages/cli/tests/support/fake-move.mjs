// As services/ingestion/src/move/main.ts tells how it ended; a folder called `broken` makes it fail.
const from = process.argv[process.argv.indexOf('--from') + 1];
process.stderr.write('records.persona: 1 of 1\n');
const moved = {
  dryRun: process.argv.includes('--dry-run'),
  isResumed: false,
  tables: [{ table: 'records.persona', rows: 1 }],
  uploads: { moved: 0, missing: from.endsWith('half') ? ['gone.zip'] : [] },
};
const error = { code: 'move.no-source', message: 'None.', fix: 'Name one.' };
process.stdout.write(JSON.stringify(from.endsWith('broken') ? { error } : moved));
