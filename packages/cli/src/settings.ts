import { z } from 'zod';
import { CliError } from './cli-error.ts';

const settingsSchema = z.object({
  PERSONATE_URL: z.url({ protocol: /^https?$/, error: 'an http or https address' }).optional(),
  PERSONATE_API_KEY: z.string().optional(),
  PERSONATE_ADMIN_KEY: z.string().optional(),
  PERSONATE_DATA_DIR: z.string().default('.personate'),
  PERSONATE_HOST: z.string().default('127.0.0.1'),
  PERSONATE_PORT: z.coerce
    .number({ error: 'a port number' })
    .int('a port number')
    .min(0, 'a port number')
    .max(65_535, 'a port number')
    .default(8787),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'an http or https address' })
    .default('https://api.openai.com/v1'),
  OPENAI_API_KEY: z.string().optional(),
  NO_COLOR: z.string().optional(),
  TERM: z.string().optional(),
});

export interface Settings {
  readonly url: string | undefined;
  readonly apiKey: string | undefined;
  /** The server's own, where it runs with the same environment. */
  readonly adminKey: string | undefined;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Where a judge is asked; nothing is, unless one is named. */
  readonly judge: { readonly baseUrl: string; readonly apiKey: string | undefined };
  /** False when the user asked for none, or the terminal has none. */
  readonly colours: boolean;
}

/**
 * What the command takes from the environment; an empty value counts as absent. Defaults are the server's.
 * @throws CliError `cli.setting-invalid`.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.')} must be ${message}`,
    );
    throw new CliError('cli.setting-invalid', `${wrong.join('; ')}.`, {
      fix: 'Correct the environment variable, or its line in .env; docs/configuration.md describes each.',
    });
  }
  const v = parsed.data;
  return {
    url: v.PERSONATE_URL,
    apiKey: v.PERSONATE_API_KEY,
    adminKey: v.PERSONATE_ADMIN_KEY,
    dataDir: v.PERSONATE_DATA_DIR,
    host: v.PERSONATE_HOST,
    port: v.PERSONATE_PORT,
    judge: { baseUrl: v.OPENAI_BASE_URL, apiKey: v.OPENAI_API_KEY },
    colours: v.NO_COLOR === undefined && v.TERM !== 'dumb',
  };
}
