import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CliError, usageError } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { findRunning } from './find-running.ts';

export interface FoundServer {
  baseUrl: string;
  apiKey: string;
  /** Where the key comes from, for people. */
  keyFrom: string;
}

type Around = Pick<Io, 'settings' | 'cwd' | 'root'>;

/**
 * The server's address and a key for it: what is set, else the server that runs on the data folder and its key.
 * @param url of `--url`.
 * @throws CliError `cli.no-key`, `cli.key-unreadable`, `cli.key-invalid`, `cli.usage`.
 */
export async function findServer(around: Around, url: string | undefined): Promise<FoundServer> {
  const { baseUrl, folder } = await findAddress(around, url);
  // Where nothing names a server, it is the one of this machine, whatever address it listens on.
  const here = (url ?? around.settings.url) === undefined || isLoopback(baseUrl);
  const folders = [...new Set([...(folder === null ? [] : [folder]), ...dataFolders(around)])];
  return { baseUrl, ...(await findKey(around, { baseUrl, here, folders })) };
}

export async function serverUrl(around: Around, url: string | undefined): Promise<string> {
  return (await findAddress(around, url)).baseUrl;
}

/** `folder` is the data folder of the server that was found running there. */
async function findAddress(
  around: Around,
  url: string | undefined,
): Promise<{ baseUrl: string; folder: string | null }> {
  const named = namedUrl(around, url);
  if (named !== null) return { baseUrl: named, folder: null };
  for (const folder of dataFolders(around)) {
    const running = await findRunning(folder);
    if (running !== null) return { baseUrl: running, folder };
  }
  return { baseUrl: configuredUrl(around), folder: null };
}

function namedUrl({ settings }: Around, url: string | undefined): string | null {
  if (url !== undefined && !(URL.canParse(url) && /^https?:/.test(url)))
    throw usageError(`"${url}" is no http or https address.`, 'Write --url http://127.0.0.1:8787.');
  const named = url ?? settings.url;
  if (named === undefined) return null;
  const { username, password, host } = new URL(named);
  if (username !== '' || password !== '')
    throw usageError(
      `The address of ${host} holds a name or a password.`,
      'Write it without; the key goes into PERSONATE_API_KEY.',
    );
  return named.replace(/\/+$/, '');
}

function configuredUrl({ settings }: Around): string {
  if (settings.port === 0) {
    throw new CliError('cli.no-address', 'The server listens on a port that it chose itself.', {
      fix: 'Set PERSONATE_URL to the address that the server printed.',
    });
  }
  return `http://${reachable(settings.host)}:${settings.port}`;
}

async function findKey(
  around: Around,
  { baseUrl, here, folders }: { baseUrl: string; here: boolean; folders: readonly string[] },
): Promise<{ apiKey: string; keyFrom: string }> {
  const { settings } = around;
  if (settings.apiKey !== undefined) return usable(settings.apiKey, 'PERSONATE_API_KEY');
  if (!here) {
    throw new CliError('cli.no-key', `There is no key for ${baseUrl}.`, {
      fix: 'Set PERSONATE_API_KEY; the key of the data folder is for the server on this machine only.',
    });
  }
  if (settings.adminKey !== undefined) return usable(settings.adminKey, 'PERSONATE_ADMIN_KEY');
  const files = folders.map((folder) => join(folder, 'admin.key'));
  for (const file of files) {
    const key = (await readKey(file))?.trim();
    if (key !== undefined && key !== '') return usable(key, file);
  }
  throw new CliError(
    'cli.no-key',
    `There is no key: PERSONATE_API_KEY is not set, and there is no ${files.join(' or ')}.`,
    {
      fix: 'Start the server with `npm start` (it makes the key) and run this in its folder. If it was started with PERSONATE_DATA_DIR, set the same here; or set PERSONATE_API_KEY.',
    },
  );
}

/** What no header can hold would be told as a server that does not answer. */
function usable(text: string, keyFrom: string): { apiKey: string; keyFrom: string } {
  const apiKey = text.trim();
  if (/^[\x20-\x7e]+$/.test(apiKey)) return { apiKey, keyFrom };
  throw new CliError('cli.key-invalid', `What ${keyFrom} holds is no key.`, {
    fix: 'A key is one line of letters, digits and signs, as `personate keys create` printed it.',
  });
}

/** The data folder seen from here, and the repository's own. */
export function dataFolders({ settings, cwd, root }: Around): string[] {
  return [...new Set([resolve(cwd, settings.dataDir), resolve(root, settings.dataDir)])];
}

async function readKey(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new CliError('cli.key-unreadable', `The key in ${file} cannot be read (${code}).`, {
      fix: 'Run the command as the user who started the server, or set PERSONATE_API_KEY.',
      cause: error,
    });
  }
}

/** Where a server that listens on every address is reached from here. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/** The admin key of this machine's data folder must not be sent to another machine. */
export function isLoopback(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
