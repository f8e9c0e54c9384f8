import { expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogger } from './logger.ts';

it('keeps secrets out of the log file', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'personate-log-'));
  try {
    const file = join(dir, 'deep', 'personate.log');
    const log = openLogger({ level: 'info', file, name: 'test' });
    log.info(
      { headers: { authorization: 'Bearer s3cret' }, apiKey: 's3cret', fine: 'seen' },
      'request',
    );
    const written = await readFile(file, 'utf8');
    expect(written).toContain('seen');
    expect(written).not.toContain('s3cret');
  } finally {
    await rm(dir, { recursive: true });
  }
});

const full = existsSync('/dev/full') ? it : it.skip;
full('does not fail whoever logs when the disk is full', () => {
  const log = openLogger({ level: 'info', file: '/dev/full', name: 'test' });
  expect(() => {
    for (let n = 0; n < 1_000; n += 1) log.info({ n }, 'lost');
  }).not.toThrow();
});
