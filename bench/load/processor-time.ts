import { readdir, readFile } from 'node:fs/promises';

export const programs = [
  'gateway',
  'ingestion',
  'evolution',
  'postgres',
  'redis',
  'qdrant',
] as const;
export type Program = (typeof programs)[number];

export interface Use {
  /** Of all its processes and threads since they started. */
  processorMs: number;
  residentBytes: number;
}

/** Linux counts in hundredths of a second, whatever the machine. */
const tickMs = 10;
const pageBytes = 4_096;

interface Process {
  parent: number;
  command: string;
  use: Use;
}

/** What the programs that this process started, at any depth, have used of the machine. Reads /proc. */
export async function useOf(ancestor: number): Promise<Record<Program, Use>> {
  const found = new Map<number, Process>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const one = await readProcess(name).catch(() => null);
    if (one !== null) found.set(Number(name), one);
  }
  const isOurs = (pid: number): boolean => {
    for (let at = found.get(pid); at !== undefined; at = found.get(at.parent))
      if (at.parent === ancestor) return true;
    return false;
  };
  const sums = Object.fromEntries(
    programs.map((program) => [program, { processorMs: 0, residentBytes: 0 }]),
  ) as Record<Program, Use>;
  for (const [pid, { command, use }] of found) {
    const program = programs.find((name) => command.includes(patterns[name]));
    if (program === undefined || !isOurs(pid)) continue;
    sums[program].processorMs += use.processorMs;
    sums[program].residentBytes += use.residentBytes;
  }
  return sums;
}

const patterns: Record<Program, string> = {
  gateway: 'services/gateway/',
  ingestion: 'services/ingestion/',
  evolution: 'services/evolution/',
  postgres: 'postgres',
  redis: 'redis-server',
  qdrant: 'qdrant',
};

async function readProcess(pid: string): Promise<Process> {
  const [stat, command] = await Promise.all(
    ['stat', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8')),
  );
  // The name in brackets may hold anything; what comes after its last bracket is counted from field 3.
  const fields = (stat ?? '').slice((stat ?? '').lastIndexOf(')') + 2).split(' ');
  const at = (field: number): number => Number(fields[field - 3] ?? 0);
  // Ended children that were waited for count too: Postgres has a process for each connection.
  const ticks = at(14) + at(15) + at(16) + at(17);
  return {
    parent: at(4),
    command: command ?? '',
    use: { processorMs: ticks * tickMs, residentBytes: at(24) * pageBytes },
  };
}
