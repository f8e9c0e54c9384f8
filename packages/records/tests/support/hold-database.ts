/** A process of its own for the tests of the data folder: opens it, says so, writes until it is killed. */
import { writeSync } from 'node:fs';
import { openDatabase } from '../../src/index.ts';

const [, , dataDir = '', what = 'hold'] = process.argv;
try {
  writeSync(1, 'started\n');
  const database = await openDatabase({ kind: 'embedded', dataDir });
  writeSync(1, 'open\n');
  if (what === 'write') {
    await database.pool.query('CREATE TABLE IF NOT EXISTS kept (id int PRIMARY KEY)');
    for (let id = 1; ; id += 1) {
      await database.pool.query('INSERT INTO kept VALUES ($1)', [id]);
      writeSync(1, `${id}\n`);
    }
  }
  setInterval(() => undefined, 60_000);
} catch (error) {
  writeSync(1, `failed ${(error as { code?: string }).code ?? String(error)}\n`);
}
