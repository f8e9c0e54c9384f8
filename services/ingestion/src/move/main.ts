import { parseArgs } from 'node:util';
import { explain, readConfig } from '@personate/chassis';
import { ExpectedError } from '@personate/contracts';
import { moveInstallation, chooseUploadsDir } from './move-installation.ts';

// One step, as the owner of the cluster's database. Progress goes to the standard error, the outcome as JSON to the
// standard output: `personate move` reads it there.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => stop.abort(new Error('Stopped. The same command goes on from here.')));

try {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      uploads: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      anew: { type: 'boolean', default: false },
    },
  });
  const { config } = readConfig(process.env, ['DATABASE_URL']);
  const dataDir = values.from ?? config.dataDir;
  const given = values.uploads ?? process.env['PERSONATE_UPLOADS_DIR'];
  const uploadsDir = chooseUploadsDir(given, { ...config, dataDir });
  const moved = await moveInstallation(
    { ...config, dataDir, uploadsDir },
    {
      dryRun: values['dry-run'],
      anew: values.anew,
      signal: stop.signal,
      onProgress: ({ table, rows, of }) =>
        void process.stderr.write(`${table}: ${rows} of ${of}\n`),
    },
  );
  process.stdout.write(`${JSON.stringify(moved)}\n`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  const { code, message, fix } =
    error instanceof ExpectedError
      ? error
      : {
          code: 'move.failed',
          message: explain(error),
          fix: 'Run the same command again: it goes on where it stopped.',
        };
  process.stdout.write(`${JSON.stringify({ error: { code, message, fix } })}\n`);
  process.exitCode = 1;
}
