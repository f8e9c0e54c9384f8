import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedError, nearestWord } from '@personate/contracts';
import {
  missingSettings,
  problemsBetween,
  type RequiredSetting,
  type Values,
} from './setting-problems.ts';
import { settings, type SettingName } from './settings.ts';
import { tellIssue } from './tell-issue.ts';
import type { TracingOptions } from './telemetry/otel-tracer.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly allowedHosts: readonly string[];
  /** In lower case; undefined: no header names users. */
  readonly userHeader: string | undefined;
  readonly dataDir: string;
  readonly personasDir: string;
  readonly adminKey: string | undefined;
  readonly knowledge:
    | {
        readonly store: 'pgvector';
        /** Passages that the embedded form holds in process. */
        readonly heldPassages: number;
      }
    | {
        readonly store: 'qdrant' | 'qdrant-shared';
        readonly url: string;
        /** Ingestion's; whoever only reads has none. */
        readonly apiKey: string | undefined;
      };
  /** null: no model was chosen, so no endpoint is ever called. */
  readonly model: {
    readonly name: string;
    readonly baseUrl: string;
    readonly apiKey: string | undefined;
    readonly timeoutMs: number;
    /** Whether it is asked for JSON. */
    readonly json: Values['PERSONATE_CHAT_JSON'];
  } | null;
  /** Times that a reply is asked for again. */
  readonly regenerate: number;
  readonly aspects: {
    readonly understanding: AspectConfig;
    readonly tone: AspectConfig & { readonly candidates: number; readonly rewrite: boolean };
    readonly humour: AspectConfig;
    readonly timeoutMs: number;
    /** null: no model was chosen, so no endpoint is ever called. */
    readonly endpoint: { readonly baseUrl: string; readonly apiKey: string | undefined } | null;
  };
  readonly embedding: {
    /** By name, `bundled` among them; the first embeds the knowledge of new personas. */
    readonly models: readonly [string, ...string[]];
    /** null: no model behind an endpoint was chosen, so none is ever called. */
    readonly endpoint: EmbeddingEndpoint | null;
  };
  /** null: none was chosen, so none is ever called. */
  readonly reranker: {
    readonly model: string;
    readonly baseUrl: string;
    readonly apiKey: string | undefined;
    readonly timeoutMs: number;
  } | null;
  readonly training: {
    /** null: none was named, so none is ever called. */
    readonly endpoint: { readonly baseUrl: string; readonly apiKey: string | undefined } | null;
    readonly pollMs: number;
  };
  readonly quietMs: number;
  readonly sweepMs: number;
  readonly uploadLimitBytes: number;
  readonly requestsPerMinute: number;
  readonly logLevel: Values['LOG_LEVEL'];
  /** What the services of a cluster need; the embedded form brings its own. */
  readonly databaseUrl: string | undefined;
  readonly databasePool: number;
  readonly redisUrl: string | undefined;
  readonly rolePasswordsDir: string | undefined;
  readonly uploadsDir: string;
  /** null: uploads lie in `uploadsDir`, and everybody sees it. */
  readonly uploadsBucket: UploadsBucket | null;
  readonly modelsDir: string;
  readonly healthPort: number;
  /** Of the gateway of a cluster; undefined: none is opened. */
  readonly metricsPort: number | undefined;
  /** null: no endpoint was named, so nothing is traced. */
  readonly tracing: TracingOptions | null;
  readonly drainMs: number;
}

export interface AspectConfig {
  readonly by: 'off' | 'embedded' | 'model';
  readonly model?: string;
}

export interface UploadsBucket {
  readonly bucket: string;
  /** undefined: AWS. */
  readonly endpoint: string | undefined;
  readonly region: string;
  /** Empty, or ends with a slash. */
  readonly prefix: string;
  /** null: the identity that the machine has. */
  readonly key: { readonly id: string; readonly secret: string } | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

export interface EmbeddingEndpoint {
  readonly baseUrl: string;
  readonly apiKey: string | undefined;
  readonly dimensions: number | undefined;
  /** What a model wants before each text, by model. */
  readonly prefixes: ReadonlyMap<string, { question: string; passage: string }>;
  readonly maxTokens: number;
  readonly timeoutMs: number;
  /** Longest wait for a question's vector. */
  readonly patienceMs: number;
}

const openAi = 'https://api.openai.com/v1';

export interface UnknownSetting {
  name: string;
  /** The setting that was probably meant. */
  meant: string | undefined;
}

/**
 * The only reader of the environment; `main.ts` passes `process.env` in. A secret may stand in a file instead, named
 * by the variable with `_FILE` behind it.
 * @returns the configuration, and the `PERSONATE_*` variables that nothing reads (a typing error, most likely).
 * @throws ExpectedError `config.invalid` with every problem listed at once.
 */
export function readConfig(
  env: Environment,
  required: readonly RequiredSetting[] = [],
): {
  config: Config;
  unknown: UnknownSetting[];
} {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, ...setting }] of Object.entries(settings)) {
    const given = valueOf(env, name, 'secret' in setting && setting.secret, problems);
    const parsed = schema.safeParse(given, { error: tellIssue });
    if (parsed.success) values[name] = parsed.data;
    else {
      const told = new Set(parsed.error.issues.map((issue) => issue.message));
      problems.push(`${name}: ${[...told].join('; ')}`);
    }
  }
  problems.push(...missingSettings(required, values), ...problemsBetween(values));
  if (problems.length > 0) {
    throw new ExpectedError(
      'invalid',
      'config.invalid',
      `The configuration has ${problems.length === 1 ? 'a problem' : 'problems'}:\n  ${problems.join(';\n  ')}.`,
      { fix: 'Correct these environment variables; docs/configuration.md describes each.' },
    );
  }
  const v = values as Values;
  return {
    config: {
      host: v.PERSONATE_HOST,
      port: v.PERSONATE_PORT,
      allowedHosts: v.PERSONATE_ALLOWED_HOSTS,
      userHeader: v.PERSONATE_USER_HEADER,
      dataDir: v.PERSONATE_DATA_DIR,
      personasDir: v.PERSONATE_PERSONAS_DIR,
      adminKey: v.PERSONATE_ADMIN_KEY,
      knowledge:
        v.PERSONATE_KNOWLEDGE_STORE === 'pgvector'
          ? { store: 'pgvector', heldPassages: v.PERSONATE_HELD_PASSAGES }
          : {
              store: v.PERSONATE_KNOWLEDGE_STORE,
              url: v.QDRANT_URL,
              apiKey: v.QDRANT_API_KEY,
            },
      model:
        v.PERSONATE_CHAT_MODEL === undefined
          ? null
          : {
              name: v.PERSONATE_CHAT_MODEL,
              baseUrl: v.OPENAI_BASE_URL ?? openAi,
              apiKey: v.OPENAI_API_KEY,
              timeoutMs: v.PERSONATE_MODEL_TIMEOUT_SECONDS * 1_000,
              json: v.PERSONATE_CHAT_JSON,
            },
      regenerate: v.PERSONATE_REGENERATE,
      aspects: readAspects(v),
      embedding: readEmbedding(v),
      reranker:
        v.PERSONATE_RERANK_MODEL === undefined || v.PERSONATE_RERANK_BASE_URL === undefined
          ? null
          : {
              model: v.PERSONATE_RERANK_MODEL,
              baseUrl: v.PERSONATE_RERANK_BASE_URL,
              apiKey: v.PERSONATE_RERANK_API_KEY,
              timeoutMs: v.PERSONATE_RERANK_TIMEOUT_SECONDS * 1_000,
            },
      training: {
        endpoint: readTrainingEndpoint(v),
        pollMs: v.PERSONATE_TRAINING_POLL_SECONDS * 1_000,
      },
      quietMs: v.PERSONATE_QUIET_SECONDS * 1_000,
      sweepMs: v.PERSONATE_SWEEP_SECONDS * 1_000,
      uploadLimitBytes: v.PERSONATE_UPLOAD_LIMIT_MB * 1024 * 1024,
      requestsPerMinute: v.PERSONATE_RATE_LIMIT,
      logLevel: v.LOG_LEVEL,
      databaseUrl: v.DATABASE_URL,
      databasePool: v.PERSONATE_DATABASE_POOL,
      redisUrl: v.REDIS_URL,
      rolePasswordsDir: v.PERSONATE_ROLE_PASSWORDS_DIR,
      uploadsDir: v.PERSONATE_UPLOADS_DIR ?? join(v.PERSONATE_DATA_DIR, 'uploads'),
      uploadsBucket: readBucket(v),
      modelsDir: v.PERSONATE_MODELS_DIR ?? join(v.PERSONATE_DATA_DIR, 'models'),
      healthPort: v.PERSONATE_HEALTH_PORT,
      metricsPort: v.PERSONATE_METRICS_PORT,
      tracing:
        v.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
          ? null
          : {
              endpoint: v.OTEL_EXPORTER_OTLP_ENDPOINT,
              headers: v.OTEL_EXPORTER_OTLP_HEADERS,
              share: v.OTEL_TRACES_SAMPLER_ARG,
            },
      drainMs: v.PERSONATE_DRAIN_SECONDS * 1_000,
    },
    unknown: Object.keys(env)
      .filter((name) => name.startsWith('PERSONATE_') && !isSetting(name))
      .sort()
      .map((name) => ({ name, meant: nearestWord(name, Object.keys(settings)) })),
  };
}

const fileSuffix = '_FILE';
/** No secret is larger; a wrong path may name anything. */
const secretBytesMost = 16_384;

function isSetting(name: string): boolean {
  if (name in settings) return true;
  const bare = name.endsWith(fileSuffix) ? name.slice(0, -fileSuffix.length) : '';
  const setting: object | undefined = settings[bare as SettingName];
  return setting !== undefined && 'secret' in setting;
}

/** An empty value counts as absent. */
function valueOf(
  env: Environment,
  name: string,
  isSecret: boolean,
  problems: string[],
): string | undefined {
  const value = env[name] === '' ? undefined : env[name];
  const file = isSecret ? env[name + fileSuffix] : undefined;
  if (file === undefined || file === '') return value;
  if (value !== undefined) {
    problems.push(`${name}: ${name}${fileSuffix} is set too; only one of them may be`);
    return undefined;
  }
  try {
    const content = readFileSync(file);
    if (content.length > secretBytesMost) throw new Error('it is too large to be a secret');
    return content.toString('utf8').trim() || undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(`${name}${fileSuffix}: it cannot be read: ${reason}`);
    return undefined;
  }
}

function readBucket(v: Values): UploadsBucket | null {
  const { PERSONATE_S3_ACCESS_KEY_ID: id, PERSONATE_S3_SECRET_ACCESS_KEY: secret } = v;
  if (v.PERSONATE_S3_BUCKET === undefined) return null;
  return {
    bucket: v.PERSONATE_S3_BUCKET,
    endpoint: v.PERSONATE_S3_ENDPOINT,
    region: v.PERSONATE_S3_REGION,
    prefix: v.PERSONATE_S3_PREFIX ?? '',
    key: id === undefined || secret === undefined ? null : { id, secret },
  };
}

function readAspects(v: Values): Config['aspects'] {
  const read = (given: string): AspectConfig =>
    given === 'off' || given === 'embedded' ? { by: given } : { by: 'model', model: given };
  const aspects = {
    understanding: read(v.PERSONATE_UNDERSTANDING_MODEL),
    tone: {
      ...read(v.PERSONATE_TONE_MODEL),
      candidates: v.PERSONATE_TONE_CANDIDATES,
      rewrite: v.PERSONATE_TONE_REWRITE === 'on',
    },
    humour: read(v.PERSONATE_HUMOUR_MODEL),
  };
  const isNamed = Object.values(aspects).some(({ by }) => by === 'model');
  return {
    ...aspects,
    timeoutMs: v.PERSONATE_ASPECT_TIMEOUT_SECONDS * 1_000,
    endpoint:
      isNamed || v.PERSONATE_CHAT_MODEL !== undefined
        ? { baseUrl: v.OPENAI_BASE_URL ?? openAi, apiKey: v.OPENAI_API_KEY }
        : null,
  };
}

/** A key goes only where it was meant for. */
function readTrainingEndpoint(v: Values): Config['training']['endpoint'] {
  const baseUrl = v.PERSONATE_TRAINING_BASE_URL;
  if (baseUrl === undefined) return null;
  const usual = baseUrl === v.OPENAI_BASE_URL ? v.OPENAI_API_KEY : undefined;
  return { baseUrl, apiKey: v.PERSONATE_TRAINING_API_KEY ?? usual };
}

/** Nothing goes to an address that was not written down, and a key goes only where it was meant for. */
function readEmbedding(v: Values): Config['embedding'] {
  const [first = 'bundled', ...others] = v.PERSONATE_EMBEDDING_MODEL;
  const models: [string, ...string[]] = [first, ...others];
  if (models.every((name) => name === 'bundled')) return { models: ['bundled'], endpoint: null };
  const own = v.PERSONATE_EMBEDDING_BASE_URL;
  const baseUrl = own ?? v.OPENAI_BASE_URL;
  if (baseUrl === undefined) throw new Error('a model without an address was let through');
  return {
    models: models.includes('bundled') ? models : [...models, 'bundled'],
    endpoint: {
      baseUrl,
      apiKey:
        v.PERSONATE_EMBEDDING_API_KEY ??
        (baseUrl === v.OPENAI_BASE_URL ? v.OPENAI_API_KEY : undefined),
      dimensions: v.PERSONATE_EMBEDDING_DIMENSIONS,
      prefixes: v.PERSONATE_EMBEDDING_PREFIXES,
      maxTokens: v.PERSONATE_EMBEDDING_MAX_TOKENS,
      timeoutMs: v.PERSONATE_EMBEDDING_TIMEOUT_SECONDS * 1_000,
      patienceMs: v.PERSONATE_EMBEDDING_PATIENCE_SECONDS * 1_000,
    },
  };
}
