import { createPersonateClient, PersonateError, type PersonateClient } from '@personate/client';
import type { Finding, Status } from '@personate/contracts';
import { failureOf } from '../failure.ts';
import { toldOfKey, type BareContext } from '../program/cli.ts';
import type { FoundServer } from '../server/find-server.ts';
import { fail, ok, warn, type Check } from './check.ts';

const timeoutMs = 5_000;

/** Whether it answers, is ready, takes our key, and what it speaks with. */
export async function checkServer({
  baseUrl,
  findServer,
}: Pick<BareContext, 'baseUrl' | 'findServer'>): Promise<Check[]> {
  const reached = await checkReady(createPersonateClient({ baseUrl, timeoutMs }), baseUrl);
  if (reached.some(({ name, state }) => name === 'server' && state === 'fail')) return reached;
  let found: FoundServer | undefined;
  try {
    found = await findServer();
    const { apiKey, keyFrom } = found;
    const client = createPersonateClient({ baseUrl, apiKey, timeoutMs });
    const { principal } = await client.session.get();
    const key = ok('key', `the key of ${keyFrom} may ${principal.scopes.join(', ')}`);
    const status = checkStatus(await client.status());
    const looksInside = principal.scopes.includes('admin') && principal.personas === null;
    return [...reached, key, ...status, ...(looksInside ? await checkInside(client) : [])];
  } catch (error) {
    return [...reached, failed('key', found === undefined ? error : toldOfKey(error, found))];
  }
}

/** What the server finds of what it stands on, which takes it a while where something hangs. */
async function checkInside(client: PersonateClient): Promise<Check[]> {
  try {
    return (await client.diagnosis()).checks.map(asCheck);
  } catch (error) {
    // A server of before there was a diagnosis.
    if (error instanceof PersonateError && error.status === 404) return [];
    return [failed('inside', error)];
  }
}

function asCheck({ name, state, message, fix = '' }: Finding): Check {
  if (state === 'ok') return ok(name, message);
  return (state === 'warn' ? warn : fail)(name, message, fix);
}

async function checkReady(client: PersonateClient, baseUrl: string): Promise<Check[]> {
  try {
    const { status, checks } = await client.ready();
    const named = (works: boolean) =>
      Object.keys(checks)
        .filter((name) => checks[name]?.ok === works)
        .join(', ');
    const broken = named(false);
    return [
      ok('server', `answers at ${baseUrl}`),
      status === 'ready'
        ? ok('ready', `ready: ${named(true)}${broken === '' ? '' : `; without ${broken}`}`)
        : fail(
            'ready',
            `not ready: ${broken || 'it is closing'}.`,
            'See personate.log in the data folder; then start the server again.',
          ),
    ];
  } catch (error) {
    return [failed('server', error)];
  }
}

function checkStatus({ version, speaker, suggestions, loading }: Status): Check[] {
  const hint = suggestions[0];
  return [
    ok('version', `Personate ${version}`),
    ...(loading.length === 0
      ? []
      : [
          warn('loading', `still loading ${loading.join(', ')}.`, 'Wait until it has loaded them.'),
        ]),
    speaker.kind === 'endpoint'
      ? ok('model', `${speaker.model ?? 'a model'} at ${speaker.endpoint ?? 'its endpoint'}`)
      : warn(
          'model',
          'no model: personas answer in their own recorded words.',
          hint === undefined ? speaker.change : `${hint.message} ${hint.fix}`,
        ),
  ];
}

function failed(name: string, error: unknown): Check {
  const { message, fix } = failureOf(error);
  return fail(name, message, fix);
}
