import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './read-config.ts';
import { reachableModel } from './setting-problems.ts';

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

  it.each([
    ['PERSONATE_PORT', 'abc', 'it must be a whole number from 0 to 65535, such as 8787.'],
    ['PERSONATE_PORT', '-1.5', 'it must be a whole number from 0 to 65535, such as 8787.'],
    ['PERSONATE_REGENERATE', '9', 'it must be a whole number from 0 to 2.'],
    ['OTEL_TRACES_SAMPLER_ARG', 'x', 'it must be a number.'],
    ['OTEL_TRACES_SAMPLER_ARG', '2', 'it must be at most 1.'],
    ['PERSONATE_ADMIN_KEY', 'short', 'it must have at least 16 characters.'],
    ['PERSONATE_CHAT_JSON', 'maybe', 'it must be one of auto, on, off.'],
    ['OPENAI_BASE_URL', 'x', 'it must be an http or https address, such as http://127.0.0.1:8080.'],
  ])('says of %s=%s what it must be', (name, value, told) => {
    const message = `The configuration has a problem:\n  ${name}: ${told}`;
    expect(() => readConfig({ [name]: value })).toThrow(expect.objectContaining({ message }));
  });

  it('names what is wrong between settings at once with what is wrong in one of them', () => {
    const read = () =>
      readConfig(
        {
          PERSONATE_PORT: 'x',
          DATABASE_URL: 'mysql://u:hidden@h/d',
          PERSONATE_KNOWLEDGE_STORE: 'qdrant',
          PERSONATE_EMBEDDING_MODEL: 'some-model',
          PERSONATE_RERANK_MODEL: 'other-model',
          PERSONATE_S3_ENDPOINT: 'https://s3.example.org',
          PERSONATE_S3_ACCESS_KEY_ID: 'id',
        },
        [
          'DATABASE_URL',
          'REDIS_URL',
          { name: 'QDRANT_API_KEY', where: 'PERSONATE_KNOWLEDGE_STORE', is: ['qdrant'] },
        ],
      );
    expect(read).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hidden') }),
    );
    for (const name of [
      'PERSONATE_PORT',
      'DATABASE_URL: it must be like postgres://',
      'REDIS_URL: it must be set for this service',
      'QDRANT_API_KEY: it must be set where PERSONATE_KNOWLEDGE_STORE is qdrant',
      'PERSONATE_EMBEDDING_MODEL',
      'PERSONATE_RERANK_MODEL',
      'PERSONATE_S3_BUCKET',
      'PERSONATE_S3_SECRET_ACCESS_KEY',
    ])
      expect(read).toThrow(expect.objectContaining({ message: expect.stringContaining(name) }));
  });

  it('of whoever speaks with a model is told where the model answers', () => {
    const read = (env: Record<string, string>) => readConfig(env, [reachableModel]);
    expect(() => read({ PERSONATE_CHAT_MODEL: 'foo' })).toThrow(
      /PERSONATE_CHAT_MODEL: .* set OPENAI_BASE_URL .* or OPENAI_API_KEY/u,
    );
    expect(() => read({})).not.toThrow();
    for (const name of ['OPENAI_BASE_URL', 'OPENAI_API_KEY'])
      expect(() => read({ PERSONATE_CHAT_MODEL: 'foo', [name]: 'http://x' })).not.toThrow();
  });

  it('asks for no key of a store that was not chosen', () => {
    const onlyOnQdrant = { name: 'QDRANT_API_KEY', where: 'PERSONATE_KNOWLEDGE_STORE', is: ['qdrant'] } as const; // prettier-ignore
    expect(() => readConfig({}, [onlyOnQdrant])).not.toThrow();
    expect(() => readConfig({ PERSONATE_KNOWLEDGE_STORE: 'qdrant' }, [onlyOnQdrant])).toThrow(
      'QDRANT_API_KEY',
    );
  });

  it('keeps uploads in a bucket only where one is named, by a key or by the machine’s identity', () => {
    expect(readConfig({}).config.uploadsBucket).toBeNull();
    expect(readConfig({ PERSONATE_S3_BUCKET: 'ours' }).config.uploadsBucket).toEqual({
      bucket: 'ours',
      endpoint: undefined,
      region: 'us-east-1',
      prefix: '',
      key: null,
    });
    const env = {
      PERSONATE_S3_BUCKET: 'ours',
      PERSONATE_S3_PREFIX: 'a/b',
      PERSONATE_S3_ACCESS_KEY_ID: 'id',
      PERSONATE_S3_SECRET_ACCESS_KEY: 'secret',
    };
    expect(readConfig(env).config.uploadsBucket).toMatchObject({
      prefix: 'a/b/',
      key: { id: 'id', secret: 'secret' },
    });
  });

  it('puts knowledge on a Qdrant only when it is named, with a key or, to read, without', () => {
    const knowledge = (env: Record<string, string>) => readConfig(env).config.knowledge;
    const url = 'https://q.example.org';
    const chosen = { PERSONATE_KNOWLEDGE_STORE: 'qdrant', QDRANT_URL: url };
    expect(knowledge({ QDRANT_URL: url, QDRANT_API_KEY: 'k' })).toEqual({
      store: 'pgvector',
      heldPassages: 100_000,
    });
    expect(knowledge({ ...chosen, QDRANT_API_KEY: 'k' })).toEqual({ store: 'qdrant', url, apiKey: 'k' }); // prettier-ignore
    expect(knowledge(chosen)).toEqual({ store: 'qdrant', url, apiKey: undefined });
  });

  it('never shows a secret that was refused', () => {
    expect(() => readConfig({ PERSONATE_ADMIN_KEY: 'short-secret' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('short-secret') }),
    );
  });

  it('counts an empty value as absent, and reports a variable nobody reads', () => {
    const { config, unknown } = readConfig({ PERSONATE_CHAT_MODEL: '', PERSONATE_PROT: '1' });
    expect(config.model).toBeNull();
    expect(unknown).toEqual([{ name: 'PERSONATE_PROT', meant: 'PERSONATE_PORT' }]);
  });

  describe('a secret in a file', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'personate-secrets-'));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    it('is read from there, without its line end', async () => {
      await writeFile(join(folder, 'url'), 'postgres://a:b@c/d\n');
      const { config, unknown } = readConfig({ DATABASE_URL_FILE: join(folder, 'url') }, [
        'DATABASE_URL',
      ]);
      expect(config.databaseUrl).toBe('postgres://a:b@c/d');
      expect(unknown).toEqual([]);
    });

    it('that is missing, or stands in the variable too, is a problem; all are named at once', () => {
      expect(() =>
        readConfig(
          {
            PERSONATE_ADMIN_KEY_FILE: join(folder, 'none'),
            DATABASE_URL: 'postgres://secret',
            DATABASE_URL_FILE: join(folder, 'none'),
          },
          ['REDIS_URL'],
        ),
      ).toThrow(
        expect.objectContaining({
          message: expect.stringMatching(
            /^(?!.*postgres:\/\/secret)[\s\S]*PERSONATE_ADMIN_KEY_FILE[\s\S]*DATABASE_URL_FILE[\s\S]*REDIS_URL/,
          ),
        }),
      );
    });

    it('may only be a secret: another setting has no such variable', () => {
      expect(readConfig({ PERSONATE_PORT_FILE: 'x' }).unknown).toMatchObject([
        { name: 'PERSONATE_PORT_FILE' },
      ]);
    });
  });

  it('embeds on this machine until a model is named, and sends nothing to an address nobody wrote', () => {
    const shell = { OPENAI_API_KEY: 'sk-in-the-shell', OPENAI_BASE_URL: 'https://llm.example/v1' };
    expect(readConfig(shell).config.embedding).toEqual({ models: ['bundled'], endpoint: null });
    expect(() => readConfig({ PERSONATE_EMBEDDING_MODEL: 'bge-m3' })).toThrow(
      /PERSONATE_EMBEDDING_BASE_URL/,
    );
    const { embedding } = readConfig({
      ...shell,
      PERSONATE_EMBEDDING_MODEL: 'bge-m3, old-model',
    }).config;
    expect(embedding.models).toEqual(['bge-m3', 'old-model', 'bundled']);
    expect(embedding.endpoint).toMatchObject({
      baseUrl: 'https://llm.example/v1',
      apiKey: 'sk-in-the-shell',
    });
  });

  it('reads what a model wants before each text, and says what is wrong with it', () => {
    const read = (prefixes: string) =>
      readConfig({
        PERSONATE_EMBEDDING_MODEL: 'e5',
        PERSONATE_EMBEDDING_BASE_URL: 'http://127.0.0.1:8080/v1',
        PERSONATE_EMBEDDING_PREFIXES: prefixes,
      }).config.embedding.endpoint?.prefixes;
    expect(read('')).toEqual(new Map());
    expect(read('{"e5": {"question": "query: "}}')).toEqual(
      new Map([['e5', { question: 'query:', passage: '' }]]),
    );
    for (const wrong of ['query:', '{"e5": "query:"}', '{"e5": {"query": "query:"}}', '[]'])
      expect(() => read(wrong)).toThrow(/PERSONATE_EMBEDDING_PREFIXES: it must be JSON like/);
  });

  it('reranks by nobody until a model and its address are named', () => {
    expect(readConfig({}).config.reranker).toBeNull();
    expect(() => readConfig({ PERSONATE_RERANK_MODEL: 'cross' })).toThrow(
      'PERSONATE_RERANK_BASE_URL',
    );
    const env = {
      PERSONATE_RERANK_MODEL: 'cross',
      PERSONATE_RERANK_BASE_URL: 'http://127.0.0.1:9/v1',
      OPENAI_API_KEY: 'not-for-it',
    };
    expect(readConfig(env).config.reranker).toEqual({
      model: 'cross',
      baseUrl: 'http://127.0.0.1:9/v1',
      apiKey: undefined,
      timeoutMs: 5_000,
    });
  });

  it('never takes a key to an address that it was not meant for', () => {
    const { embedding } = readConfig({
      OPENAI_API_KEY: 'sk-in-the-shell',
      PERSONATE_EMBEDDING_MODEL: 'bundled,bge-m3',
      PERSONATE_EMBEDDING_BASE_URL: 'http://127.0.0.1:8080/v1',
    }).config;
    expect(embedding.models).toEqual(['bundled', 'bge-m3']);
    expect(embedding.endpoint?.apiKey).toBeUndefined();
  });
});
