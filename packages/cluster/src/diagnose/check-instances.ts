import type { Finding } from '@personate/contracts';
import type { Repositories, ServiceInstance } from '@personate/records';
import { beatMs } from '../tell-instance.ts';
import { fail, ok, warn, type Check } from './finding.ts';

const silentAfterMs = 4 * beatMs;
const clockDiffersMs = 5_000;
const needed = ['gateway', 'ingestion', 'evolution'] as const;

/** Which processes run, whether one of each does, in one version, by clocks that agree. */
export function checkInstances(
  instances: Pick<Repositories['instances'], 'list'>,
  version: string,
): Check {
  return {
    name: 'services',
    async look() {
      const all = await instances.list();
      const running = all.filter(({ silentMs }) => silentMs <= silentAfterMs);
      return [
        ...needed.map((service) => ofService(service, all, running)),
        versionsOf(running, version),
        ...running
          .filter(({ clockAheadMs }) => Math.abs(clockAheadMs) > clockDiffersMs)
          .map(clockOf),
      ];
    },
  };
}

function ofService(
  service: string,
  all: readonly ServiceInstance[],
  running: readonly ServiceInstance[],
): Finding {
  const name = `service-${service}`;
  const alive = running.filter((one) => one.service === service).length;
  const silent = all.filter((one) => one.service === service).length - alive;
  if (alive === 0)
    return fail(
      name,
      'no instance of it was heard of for a minute.',
      `Start ${service}; its log says why it ended.`,
    );
  if (silent > 0)
    return warn(
      name,
      `${alive} run, ${silent} fell silent within the last day.`,
      'They were killed, or cannot reach the database: look into their logs.',
    );
  return ok(name, `${alive} run`);
}

function versionsOf(running: readonly ServiceInstance[], version: string): Finding {
  const versions = [...new Set([version, ...running.map((one) => one.version)])].toSorted();
  return versions.length === 1
    ? ok('versions', `all of ${version}`)
    : warn(
        'versions',
        `${versions.join(' and ')} run side by side.`,
        'Let the upgrade end: bring all services to one version.',
      );
}

function clockOf({ service, instanceId, clockAheadMs }: ServiceInstance): Finding {
  const way = clockAheadMs > 0 ? 'ahead of' : 'behind';
  return warn(
    'clock',
    `the clock of ${service} ${instanceId.slice(0, 8)} is ${Math.abs(clockAheadMs)} ms ${way} the database’s.`,
    'Let NTP set the clock of its machine.',
  );
}
