import { ExpectedError } from '@personate/contracts';
import type { z } from 'zod';
import { settings, type SettingName } from './settings.ts';

type Values = { [Name in SettingName]: z.output<(typeof settings)[Name]['schema']> };

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly allowedHosts: readonly string[];
  readonly dataDir: string;
  readonly personasDir: string;
  readonly adminKey: string | undefined;
  /** null: no model was chosen, so no endpoint is ever called. */
  readonly model: {
    readonly name: string;
    readonly baseUrl: string;
    readonly apiKey: string | undefined;
    readonly timeoutMs: number;
  } | null;
  readonly quietMs: number;
  readonly sweepMs: number;
  readonly uploadLimitBytes: number;
  readonly requestsPerMinute: number;
  readonly logLevel: Values['LOG_LEVEL'];
}

/**
 * The only reader of the environment; `main.ts` passes `process.env` in.
 * @returns the configuration, and the `PERSONATE_*` variables that nothing reads (a typing error, most likely).
 * @throws ExpectedError `config.invalid` with every problem listed at once.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): {
  config: Config;
  unknown: string[];
} {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema }] of Object.entries(settings)) {
    const parsed = schema.safeParse(env[name] === '' ? undefined : env[name]);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
  }
  if (problems.length > 0) {
    throw new ExpectedError(
      'invalid',
      'config.invalid',
      `The configuration has ${problems.length === 1 ? 'a problem' : 'problems'}:\n  ${problems.join('\n  ')}`,
      { fix: 'Correct these environment variables; docs/configuration.md describes each.' },
    );
  }
  const v = values as Values;
  return {
    config: {
      host: v.PERSONATE_HOST,
      port: v.PERSONATE_PORT,
      allowedHosts: v.PERSONATE_ALLOWED_HOSTS,
      dataDir: v.PERSONATE_DATA_DIR,
      personasDir: v.PERSONATE_PERSONAS_DIR,
      adminKey: v.PERSONATE_ADMIN_KEY,
      model:
        v.PERSONATE_CHAT_MODEL === undefined
          ? null
          : {
              name: v.PERSONATE_CHAT_MODEL,
              baseUrl: v.OPENAI_BASE_URL,
              apiKey: v.OPENAI_API_KEY,
              timeoutMs: v.PERSONATE_MODEL_TIMEOUT_SECONDS * 1_000,
            },
      quietMs: v.PERSONATE_QUIET_SECONDS * 1_000,
      sweepMs: v.PERSONATE_SWEEP_SECONDS * 1_000,
      uploadLimitBytes: v.PERSONATE_UPLOAD_LIMIT_MB * 1024 * 1024,
      requestsPerMinute: v.PERSONATE_RATE_LIMIT,
      logLevel: v.LOG_LEVEL,
    },
    unknown: Object.keys(env)
      .filter((name) => name.startsWith('PERSONATE_') && !(name in settings))
      .sort(),
  };
}
