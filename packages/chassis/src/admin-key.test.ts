import { expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adminKey } from './admin-key.ts';

it('mints the admin key once, for its owner alone', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'personate-key-'));
  try {
    const first = await adminKey(dir, undefined);
    const second = await adminKey(dir, undefined);
    expect(first.key.length).toBeGreaterThan(40);
    expect(second).toEqual(first);
    expect((await stat(join(dir, 'admin.key'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dir, 'admin.key'), 'utf8')).toBe(`${first.key}\n`);
    expect(await adminKey(dir, 'a-configured-key-of-mine')).toEqual({
      key: 'a-configured-key-of-mine',
      file: null,
    });
  } finally {
    await rm(dir, { recursive: true });
  }
});
