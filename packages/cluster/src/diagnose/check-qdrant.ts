import { z } from 'zod';
import type { Repositories } from '@personate/records';
import { fail, ok, warn, type Check } from './finding.ts';

const oldest = { major: 1, minor: 16 };
const about = z.object({ version: z.string() });

/** Each Qdrant that a generation lies in: whether it answers, is ready, and is new enough. Needs no key of it. */
export function checkQdrant(grants: Pick<Repositories['grants'], 'places'>): Check {
  return {
    name: 'knowledge',
    async look(signal) {
      const places = await grants.places();
      if (places.length === 0)
        return [warn('knowledge', 'no persona has knowledge yet.', 'Ingest something.')];
      return Promise.all(places.map((url) => lookAt(url, signal)));
    },
  };
}

async function lookAt(url: string, signal: AbortSignal) {
  const { host } = new URL(url);
  try {
    const ready = await fetch(new URL('/readyz', url), { signal });
    if (!ready.ok)
      return fail('knowledge', `Qdrant at ${host} is not ready (${ready.status}).`, 'See its log.');
    const { version } = about.parse(await (await fetch(new URL('/', url), { signal })).json());
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const isOld = major < oldest.major || (major === oldest.major && minor < oldest.minor);
    return isOld
      ? fail(
          'knowledge',
          `Qdrant ${version} at ${host} is too old.`,
          `Upgrade it to ${oldest.major}.${oldest.minor} or later.`,
        )
      : ok('knowledge', `Qdrant ${version} at ${host} is ready`);
  } catch {
    return fail(
      'knowledge',
      `Qdrant at ${host} does not answer.`,
      'Start it, or look whether the gateway may reach it; it holds nothing that cannot be made anew.',
    );
  }
}
