import { expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogger } from './logger.ts';
import { openUntraced } from './telemetry/telemetry.ts';

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

it('names in every line the request or job that is under way, and never twice', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'personate-log-'));
  try {
    const file = join(dir, 'personate.log');
    const telemetry = openUntraced({ service: 'test', version: '0' });
    const log = openLogger({ level: 'info', file, name: 'test', telemetry });
    telemetry.ids.run({ requestId: 'r-1' }, () => {
      telemetry.ids.add({ personaId: 'anna' });
      log.info({}, 'of the service');
      log.child({ requestId: 'r-1' }).info({}, 'of the web server');
    });
    telemetry.ids.run({ jobId: 'j-1', personaId: 'bert' }, () => log.info({}, 'of a job'));
    log.info({}, 'of nobody');
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { requestId: 'r-1', personaId: 'anna', msg: 'of the service' },
      { requestId: 'r-1', personaId: 'anna', msg: 'of the web server' },
      { jobId: 'j-1', personaId: 'bert', msg: 'of a job' },
      { msg: 'of nobody' },
    ]);
    for (const line of lines) expect(line.split('"requestId"').length).toBeLessThanOrEqual(2);
    expect(lines[3]).not.toMatch(/requestId|jobId|personaId/);
    expect(await telemetry.metrics.registry.metrics()).toMatch(
      /log_lines_total{level="info",[^}]*} 4/,
    );
  } finally {
    await rm(dir, { recursive: true });
  }
});
