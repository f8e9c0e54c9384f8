import { describe, expect, it } from '@jest/globals';
import { readConfig } from './read-config.ts';

describe('readConfig', () => {
  it('runs on nothing at all, and then calls no model', () => {
    const { config, unknown } = readConfig({ OPENAI_API_KEY: 'sk-in-the-shell' });
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      dataDir: '.personate',
      model: null,
    });
    expect(unknown).toEqual([]);
  });

  it('names every variable that is wrong, at once', () => {
    expect(() =>
      readConfig({
        PERSONATE_PORT: 'x',
        PERSONATE_QUIET_SECONDS: '-1',
        OPENAI_BASE_URL: 'ftp://x',
      }),
    ).toThrow(/PERSONATE_PORT[\s\S]*OPENAI_BASE_URL[\s\S]*PERSONATE_QUIET_SECONDS/);
  });

  it('never shows a secret that was refused', () => {
    expect(() => readConfig({ PERSONATE_ADMIN_KEY: 'short-secret' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('short-secret') }),
    );
  });

  it('counts an empty value as absent, and reports a variable nobody reads', () => {
    const { config, unknown } = readConfig({ PERSONATE_CHAT_MODEL: '', PERSONATE_PROT: '1' });
    expect(config.model).toBeNull();
    expect(unknown).toEqual(['PERSONATE_PROT']);
  });
});
