import { urlOfEachServer } from '@personate/contracts';
import { z } from 'zod';

/** One environment variable: what it is for, what it falls back to, what it may be. */
export interface Setting<Schema extends z.ZodType = z.ZodType> {
  readonly doc: string;
  readonly schema: Schema;
  /** Shown in the documentation where the schema has no plain default. */
  readonly shown?: string;
  readonly secret?: boolean;
  readonly group:
    | 'Server'
    | 'Knowledge'
    | 'Language model'
    | 'Aspects of a reply'
    | 'Embedding'
    | 'Reranking'
    | 'Learning'
    | 'Training'
    | 'Limits'
    | 'Cluster'
    | 'Command line'
    | 'Logs'
    | 'Metrics and traces';
}

const setting = <Schema extends z.ZodType>(definition: Setting<Schema>): Setting<Schema> =>
  definition;
const httpUrl = z.url({ protocol: /^https?$/ });
/** Of a store that may have several servers. */
const storeUrl = (like: RegExp, error: string) =>
  z
    .string()
    .refine((url) => like.test(url) && urlOfEachServer(url).every((one) => URL.canParse(one)), {
      error,
    });
const wholeNumber = (least: number, most: number, example?: number) => {
  const such = example === undefined ? '' : `, such as ${example}`;
  const error = `it must be a whole number from ${least} to ${most}${such}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};
const port = (example: number) => wholeNumber(0, 65_535, example);
/** `off`, `embedded`, or a model's name. */
const aspectModel = z.string().trim().min(1).max(200).default('embedded');
const prefix = z.string().trim().max(200).default('');
const prefixesOf = z.record(
  z.string().min(1),
  z.strictObject({ question: prefix, passage: prefix }),
);
const embeddingPrefixes = z.string().transform((text, context) => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const parsed = prefixesOf.safeParse(value);
  if (parsed.success) return new Map(Object.entries(parsed.data));
  context.addIssue({
    code: 'custom',
    message: 'it must be JSON like {"model": {"question": "query:", "passage": "passage:"}}',
  });
  return z.NEVER;
});

const otlpHeaders = z.string().transform((text, context) => {
  const headers: Record<string, string> = {};
  for (const pair of text.split(',').filter((part) => part.trim() !== '')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, Math.max(0, at)).trim();
    if (/^[\w-]+$/.test(name)) headers[name] = decodeURIComponentSafely(pair.slice(at + 1).trim());
    else
      context.addIssue({ code: 'custom', message: 'it must be `name=value`, several by commas' });
  }
  return headers;
});

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Every variable that Personate reads. `.env.example` and docs/configuration.md are made from this table.
 * An empty value counts as absent, so that a line copied from `.env.example` does no harm.
 */
export const settings = {
  PERSONATE_HOST: setting({
    group: 'Server',
    doc: 'Address to listen on. Anything but loopback lets others reach your personas: then set PERSONATE_ALLOWED_HOSTS too.',
    schema: z.string().default('127.0.0.1'),
  }),
  PERSONATE_USER_HEADER: setting({
    group: 'Server',
    doc: 'Name of a request header that says who the user is, such as `x-forwarded-user`, where a proxy or a client application of yours sets it on every request and lets none through that somebody else has set. It counts with keys that vouch for their users, and there it wins over the request’s `user`. Unset, no header is believed.',
    schema: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^(?!(?:authorization|cookie|host|origin)$)[a-z0-9-]{1,100}$/, {
        error: 'it must be the name of one header of your own, like x-forwarded-user',
      })
      .optional(),
  }),
  PERSONATE_PORT: setting({
    group: 'Server',
    doc: 'Port to listen on.',
    schema: port(8787).default(8787),
  }),
  PERSONATE_ALLOWED_HOSTS: setting({
    group: 'Server',
    doc: 'Further names by which the server may be called, separated by commas (`personate.example.org`, `lan.example:9000`, `localhost:9000-9009`). Requests that name another host are refused, which stops DNS rebinding.',
    schema: z
      .string()
      .transform((list) => list.split(',').flatMap((host) => host.trim().toLowerCase() || []))
      .default([]),
  }),
  PERSONATE_DATA_DIR: setting({
    group: 'Server',
    doc: 'Folder for everything that is kept: database, uploads, admin key.',
    schema: z.string().default('.personate'),
  }),
  PERSONATE_PERSONAS_DIR: setting({
    group: 'Server',
    doc: 'Folder of personas that are loaded at start, each once.',
    schema: z.string().default('personas-data'),
  }),
  PERSONATE_ADMIN_KEY: setting({
    group: 'Server',
    doc: 'Admin key for the HTTP API, at least 16 characters. Without it a key is minted at first start and kept in `admin.key` in the data folder, readable by you alone.',
    schema: z.string().min(16).optional(),
    secret: true,
  }),
  PERSONATE_KNOWLEDGE_STORE: setting({
    group: 'Knowledge',
    doc: 'Where passages are searched: `pgvector` (a table per persona in the database), `qdrant` (a collection per persona, kept apart by Qdrant itself), or `qdrant-shared` (one collection for tens of thousands of small personas, kept apart by a filter). Changing it projects every persona anew from the records.',
    schema: z.enum(['pgvector', 'qdrant', 'qdrant-shared']).default('pgvector'),
  }),
  PERSONATE_HELD_PASSAGES: setting({
    group: 'Knowledge',
    doc: 'Passages that the embedded form holds in process to search them, of all personas together, some 5 kB each. Those of the personas used last are held; the others are read when they are asked for. One persona is searched in process whatever its size.',
    schema: wholeNumber(1_000, 10_000_000).default(100_000),
  }),
  QDRANT_URL: setting({
    group: 'Knowledge',
    doc: 'Address of the Qdrant (1.16 or later, started with an API key and `QDRANT__SERVICE__JWT_RBAC=true`). Used only when PERSONATE_KNOWLEDGE_STORE names it.',
    schema: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:6333'),
  }),
  QDRANT_API_KEY: setting({
    group: 'Knowledge',
    doc: 'The key that Qdrant was started with. Only ingestion holds it: readers get a token each that opens one persona.',
    schema: z.string().optional(),
    secret: true,
  }),
  PERSONATE_CHAT_MODEL: setting({
    group: 'Language model',
    doc: 'Model that speaks for the personas, by the name its endpoint knows, and reads excerpts of public texts when one is derived. With it goes OPENAI_BASE_URL, or OPENAI_API_KEY for a model of OpenAI’s. Nothing is sent anywhere unless this is set; without it personas answer in their own recorded words.',
    schema: z.string().optional(),
    shown: 'none: the extractive speaker',
  }),
  OPENAI_BASE_URL: setting({
    group: 'Language model',
    doc: 'Any OpenAI-compatible endpoint (OpenAI, Ollama, LM Studio, llama.cpp, vLLM, LiteLLM). Used only when PERSONATE_CHAT_MODEL or PERSONATE_EMBEDDING_MODEL is set.',
    schema: httpUrl.optional(),
    shown: 'https://api.openai.com/v1',
  }),
  OPENAI_API_KEY: setting({
    group: 'Language model',
    doc: 'Key for that endpoint. Used only when PERSONATE_CHAT_MODEL or PERSONATE_EMBEDDING_MODEL is set; local servers need none.',
    schema: z.string().optional(),
    secret: true,
  }),
  PERSONATE_MODEL_TIMEOUT_SECONDS: setting({
    group: 'Language model',
    doc: 'Longest silence of a model before its first word, and between two of its words. A server that says meanwhile that it still reads (llama.cpp does) is given up to eight minutes for the first one.',
    schema: wholeNumber(1, 600).default(120),
  }),
  PERSONATE_CHAT_JSON: setting({
    group: 'Language model',
    doc: 'Asks the model for `{evidence, answer}` by a JSON schema, which small ones cite and decline by far better; the answer is streamed out of it. `auto`: where its name tells a size below four billion (`qwen2.5-1.5b`); `on`; `off`. An endpoint that refuses it once is not asked for it again.',
    schema: z.enum(['auto', 'on', 'off']).default('auto'),
  }),
  PERSONATE_UNDERSTANDING_MODEL: setting({
    group: 'Aspects of a reply',
    doc: 'What makes a follow-up a question that stands alone: `embedded` (rules), `off`, or a model behind OPENAI_BASE_URL by its name: a small one will do, and each follow-up is one more call to it. What it gives too late, or with names of its own, is left for the rules’. A persona may say otherwise (`aspects`).',
    schema: aspectModel,
  }),
  PERSONATE_TONE_MODEL: setting({
    group: 'Aspects of a reply',
    doc: 'What judges how much a text sounds like the persona: `embedded` (a head trained on its own texts), `off`, or a model by its name, which then judges replies among several.',
    schema: aspectModel,
  }),
  PERSONATE_TONE_CANDIDATES: setting({
    group: 'Aspects of a reply',
    doc: 'Replies that the model is asked for at once, of which the one that sounds most like the persona is given. Above 1 each is a call, and a stream begins when all are there.',
    schema: wholeNumber(1, 4).default(1),
  }),
  PERSONATE_TONE_REWRITE: setting({
    group: 'Aspects of a reply',
    doc: '`on`: a reply that sounds more like others than like the persona is asked for once more, and given if it then sounds more like it and cites the same. A stream begins when that is known.',
    schema: z.enum(['on', 'off']).default('off'),
  }),
  PERSONATE_REGENERATE: setting({
    group: 'Language model',
    doc: 'Times that a reply is asked for again of which the check leaves too little, with what was wrong named: none, 1 or 2. A streamed one only while nothing of it was said.',
    schema: wholeNumber(0, 2).default(0),
  }),
  PERSONATE_HUMOUR_MODEL: setting({
    group: 'Aspects of a reply',
    doc: 'What decides whether a moment calls for humour: `embedded` (rules on question, mood, subject and the persona’s nature), `off`, or a model by its name, which is asked once a turn. Grief, illness, declines and the question whether anybody is there are never jested about, whoever decides.',
    schema: aspectModel,
  }),
  PERSONATE_ASPECT_TIMEOUT_SECONDS: setting({
    group: 'Aspects of a reply',
    doc: 'Longest wait for one of these models; the reply waits as long. After it the embedded way is taken.',
    schema: wholeNumber(1, 60).default(8),
  }),
  PERSONATE_EMBEDDING_MODEL: setting({
    group: 'Embedding',
    doc: 'What turns texts into vectors: `bundled`, or the name of a model behind an OpenAI-compatible `/embeddings`, to which documents and questions are then sent. Several, separated by commas: the first embeds the knowledge of new personas, the others serve what was embedded by them. What is there already changes by `personate knowledge migrate` only.',
    schema: z
      .string()
      .transform((list) => [...new Set(list.split(',').flatMap((name) => name.trim() || []))])
      .default([]),
    shown: 'bundled',
  }),
  PERSONATE_EMBEDDING_BASE_URL: setting({
    group: 'Embedding',
    doc: 'Endpoint of these models, with its `/v1`. Used only when PERSONATE_EMBEDDING_MODEL names one.',
    schema: httpUrl.optional(),
    shown: 'OPENAI_BASE_URL, where that is set',
  }),
  PERSONATE_EMBEDDING_API_KEY: setting({
    group: 'Embedding',
    doc: 'Key for it; local servers need none. Without it OPENAI_API_KEY is used, but at OPENAI_BASE_URL only.',
    schema: z.string().optional(),
    secret: true,
  }),
  PERSONATE_EMBEDDING_DIMENSIONS: setting({
    group: 'Embedding',
    doc: 'Length of the vectors to ask for, where a model can shorten them. With another length it counts as another embedder, as with other prefixes.',
    schema: wholeNumber(8, 16_000).optional(),
    shown: 'the model’s own',
  }),
  PERSONATE_EMBEDDING_PREFIXES: setting({
    group: 'Embedding',
    doc: 'What a model wants before each text, as its card says, as JSON by model: `{"multilingual-e5-small": {"question": "query:", "passage": "passage:"}}`. A space follows each. With other prefixes it counts as another embedder: personas embedded by it before answer nobody until `personate knowledge migrate` has moved them. To move them while they answer, let the endpoint serve the model under a second name too, give the new prefixes to that one, and name both in PERSONATE_EMBEDDING_MODEL.',
    schema: embeddingPrefixes.default(() => new Map()),
    shown: 'none',
  }),
  PERSONATE_EMBEDDING_MAX_TOKENS: setting({
    group: 'Embedding',
    doc: 'Longest text that these models read, in their tokens. Passages are made to fit; at start it is tried whether the endpoint really reads so far, for some cut texts silently.',
    schema: wholeNumber(64, 100_000).default(512),
  }),
  PERSONATE_EMBEDDING_TIMEOUT_SECONDS: setting({
    group: 'Embedding',
    doc: 'Longest wait for one answer of that endpoint.',
    schema: wholeNumber(1, 600).default(30),
  }),
  PERSONATE_EMBEDDING_PATIENCE_SECONDS: setting({
    group: 'Embedding',
    doc: 'Longest wait for a question’s vector from that endpoint. When it does not come, the question is searched by its words alone, and the answer says so.',
    schema: wholeNumber(1, 120).default(3),
  }),
  PERSONATE_RERANK_MODEL: setting({
    group: 'Reranking',
    doc: 'A cross-encoder behind a `/rerank` endpoint (as Cohere and Jina have it: llama.cpp, vLLM, Infinity, LiteLLM), to which the question and the best thirty passages are then sent. While it fails, the evidence stands in the order it has without it.',
    schema: z.string().optional(),
  }),
  PERSONATE_RERANK_BASE_URL: setting({
    group: 'Reranking',
    doc: 'Its endpoint, with its `/v1`. Used only when PERSONATE_RERANK_MODEL is set.',
    schema: httpUrl.optional(),
  }),
  PERSONATE_RERANK_API_KEY: setting({
    group: 'Reranking',
    doc: 'Key for it; local servers need none.',
    schema: z.string().optional(),
    secret: true,
  }),
  PERSONATE_RERANK_TIMEOUT_SECONDS: setting({
    group: 'Reranking',
    doc: 'Longest wait for it; the answer waits as long.',
    schema: wholeNumber(1, 60).default(5),
  }),
  PERSONATE_QUIET_SECONDS: setting({
    group: 'Learning',
    doc: 'How long a turn rests before the persona learns from it, so that a reply which is regenerated never is learnt from.',
    schema: wholeNumber(0, 86_400).default(30),
  }),
  PERSONATE_SWEEP_SECONDS: setting({
    group: 'Learning',
    doc: 'How often to look for turns and uploads whose announcement was lost.',
    schema: wholeNumber(1, 3_600).default(15),
  }),
  PERSONATE_UPLOAD_LIMIT_MB: setting({
    group: 'Limits',
    doc: 'Largest export that may be uploaded, in MB.',
    schema: wholeNumber(1, 102_400).default(4_096),
  }),
  PERSONATE_RATE_LIMIT: setting({
    group: 'Limits',
    doc: 'Requests a minute that one key may make.',
    schema: wholeNumber(1, 1_000_000).default(600),
  }),
  DATABASE_URL: setting({
    group: 'Cluster',
    doc: 'Postgres that holds the records, `postgres://user:password@host:5432/personate`; of several servers (`host:5432,other:5432`) the one that is primary is used; `?sslmode=verify-full` for TLS, `&sslrootcert=/path` for an authority of your own. A session of the server’s own or of a pooler in session mode. Read by the services of the cluster; `npm start` brings its own database.',
    schema: storeUrl(
      /^postgres(ql)?:\/\//,
      'it must be like postgres://user:password@host:5432/database',
    ).optional(),
    secret: true,
  }),
  PERSONATE_DATABASE_POOL: setting({
    group: 'Cluster',
    doc: 'Connections that one service keeps to Postgres at most.',
    schema: wholeNumber(2, 500).default(10),
  }),
  REDIS_URL: setting({
    group: 'Cluster',
    doc: 'Redis that carries the queues, `redis://:password@host:6379`, or `rediss://` for TLS; or `redis+sentinel://:password@host:26379,other:26379/name`, where Sentinel says who is primary (`?sentinelPassword=` where it has a password of its own). It must not evict: `maxmemory-policy noeviction`.',
    schema: storeUrl(
      /^rediss?(:\/\/|\+sentinel:\/\/[^/?#]+\/[^/?#]+)/,
      'it must be like redis://:password@host:6379 or redis+sentinel://:password@host:26379,other:26379/name',
    ).optional(),
    secret: true,
  }),
  PERSONATE_ROLE_PASSWORDS_DIR: setting({
    group: 'Cluster',
    doc: 'Folder with `gateway-password`, `ingestion-password` and `evolution-password`: the migrate step makes each service a role of its own in Postgres by them.',
    schema: z.string().optional(),
  }),
  PERSONATE_UPLOADS_DIR: setting({
    group: 'Cluster',
    doc: 'Folder that gateways and ingestion share, for uploads on their way. With PERSONATE_S3_BUCKET nobody shares it: it holds what is being sent or read.',
    schema: z.string().optional(),
    shown: '`uploads` in the data folder',
  }),
  PERSONATE_S3_BUCKET: setting({
    group: 'Cluster',
    doc: 'Bucket of an S3-compatible store for uploads on their way, instead of a folder that gateways and ingestion share.',
    schema: z.string().min(3).max(255).optional(),
  }),
  PERSONATE_S3_ENDPOINT: setting({
    group: 'Cluster',
    doc: 'Its address, where it is not AWS (MinIO, Ceph, R2 and others), with the bucket in the path.',
    schema: httpUrl.optional(),
    shown: 'AWS, by the region',
  }),
  PERSONATE_S3_REGION: setting({
    group: 'Cluster',
    doc: 'Its region.',
    schema: z.string().min(1).default('us-east-1'),
  }),
  PERSONATE_S3_PREFIX: setting({
    group: 'Cluster',
    doc: 'What the names of our objects begin with, where the bucket holds others too.',
    schema: z
      .string()
      .regex(/^[\w.-]+(\/[\w.-]+)*\/?$/, 'it may have letters, digits and . _ - /')
      .transform((prefix) => (prefix.endsWith('/') ? prefix : `${prefix}/`))
      .optional(),
  }),
  PERSONATE_S3_ACCESS_KEY_ID: setting({
    group: 'Cluster',
    doc: 'Key for it. Without one, whatever identity the machine has (AWS’ own variables, a role of the pod or the instance).',
    schema: z.string().min(1).optional(),
    secret: true,
  }),
  PERSONATE_S3_SECRET_ACCESS_KEY: setting({
    group: 'Cluster',
    doc: 'The secret of that key.',
    schema: z.string().min(1).optional(),
    secret: true,
  }),
  PERSONATE_MODELS_DIR: setting({
    group: 'Cluster',
    doc: 'Folder for the bundled model as the native runtime reads it: 90 MB, made once.',
    schema: z.string().optional(),
    shown: '`models` in the data folder',
  }),
  PERSONATE_HEALTH_PORT: setting({
    group: 'Cluster',
    doc: 'Port of `/health/live`, `/health/ready` and `/metrics` of the services that serve nothing else: ingestion and evolution.',
    schema: port(8788).default(8788),
  }),
  PERSONATE_DRAIN_SECONDS: setting({
    group: 'Cluster',
    doc: 'How long a gateway that was told to end goes on taking requests while it says that it is not ready: a balancer that asks `/health/ready` has to have noticed by then. Answers under way are given time after it.',
    schema: wholeNumber(0, 15).default(3),
  }),
  PERSONATE_TRAINING_BASE_URL: setting({
    group: 'Training',
    doc: 'Endpoint that tunes models as OpenAI’s does (`/files`, `/fine_tuning/jobs`), with its `/v1`. Only `personate train start` sends anything there: the training set of that persona.',
    schema: httpUrl.optional(),
    shown: 'none: no model is tuned',
  }),
  PERSONATE_TRAINING_API_KEY: setting({
    group: 'Training',
    doc: 'Key for it; local servers need none. Without it OPENAI_API_KEY is used, but at OPENAI_BASE_URL only.',
    schema: z.string().optional(),
    secret: true,
  }),
  PERSONATE_TRAINING_POLL_SECONDS: setting({
    group: 'Training',
    doc: 'Between two looks at a job of that endpoint.',
    schema: wholeNumber(1, 3_600).default(30),
  }),
  PERSONATE_URL: setting({
    group: 'Command line',
    doc: 'Where the `personate` command finds the server. Without it, the server that runs on the data folder, on whatever port.',
    schema: z.url({ protocol: /^https?$/ }).optional(),
    shown: 'the server of PERSONATE_DATA_DIR',
  }),
  PERSONATE_API_KEY: setting({
    group: 'Command line',
    doc: 'Key that the `personate` command uses. Without it the admin key of the data folder is used.',
    schema: z.string().optional(),
    secret: true,
  }),
  LOG_LEVEL: setting({
    group: 'Logs',
    doc: 'Least level that is logged. Logs go to `personate.log` in the data folder, and to the terminal from `warn` on; what people say is never logged.',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  }),
  PERSONATE_METRICS_PORT: setting({
    group: 'Metrics and traces',
    doc: 'Port on which the gateway of a cluster serves `/metrics` for Prometheus, beside its health. It asks for no key: keep it inside. With `npm start` they stand at `/metrics` of the server itself, for admin keys.',
    schema: port(9464).optional(),
    shown: 'none: they are not served',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting({
    group: 'Metrics and traces',
    doc: 'Where traces are sent: the base address of an OTLP endpoint over HTTP (`http://otel-collector:4318`). Nothing is traced, and nothing for it loaded, unless this is set. Spans hold ids, durations and names of steps, never what people say.',
    schema: httpUrl.optional(),
    shown: 'none: no traces',
  }),
  OTEL_EXPORTER_OTLP_HEADERS: setting({
    group: 'Metrics and traces',
    doc: 'Headers for that endpoint: `name=value`, separated by commas.',
    schema: otlpHeaders.default({}),
    secret: true,
    shown: 'none',
  }),
  OTEL_TRACES_SAMPLER_ARG: setting({
    group: 'Metrics and traces',
    doc: 'Share of the traces that are kept, 0 to 1. A request that comes with a trace of its own is kept as that is.',
    schema: z.coerce.number().min(0).max(1).default(1),
  }),
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;
