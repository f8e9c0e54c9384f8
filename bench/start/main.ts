// npm run build && node --conditions=@personate/source --import tsx bench/start/main.ts [--rounds N] [--chats N] [--json]
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { progress } from '../measure/progress.ts';
import { print, type Row } from '../measure/report.ts';
import { median, summarise } from '../measure/summarise.ts';
import { chat } from './chat.ts';
import { measureNode } from './measure-node.ts';
import { startTimed } from './start-timed.ts';

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    chats: { type: 'string', default: '50' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(flags.rounds);
const chats = Number(flags.chats);

/** Nothing but Node itself; a new data folder without personas, with those that are shipped, and that one again. */
type Phase = 'node' | 'empty' | 'cold' | 'warm';
const readyMs: Record<Phase, number[]> = { node: [], empty: [], cold: [], warm: [] };
const firstAnswerMs: Record<'cold' | 'warm', number[]> = { cold: [], warm: [] };
const megabytes: Record<string, number[]> = {};
const note = (what: string, value: number): void => void (megabytes[what] ??= []).push(value);

for (let round = 0; round < rounds; round += 1) {
  const folder = await mkdtemp(join(tmpdir(), 'personate-bench-start-'));
  try {
    const nobody = join(folder, 'nobody');
    await mkdir(nobody);
    readyMs.node.push(await measureNode());

    await using empty = await startTimed(join(folder, 'empty'), {
      PERSONATE_PERSONAS_DIR: nobody,
    });
    readyMs.empty.push(empty.readyMs);
    note('no personas, ready', await empty.residentMb());
    await empty.stop();

    await using cold = await startTimed(join(folder, 'data'));
    readyMs.cold.push(cold.readyMs);
    note('after loading the shipped personas', await cold.residentMb());
    firstAnswerMs.cold.push(await chat(cold.server, 1));
    await chat(cold.server, chats);
    note(`after ${chats} chats`, await cold.residentMb());
    note('at most', await cold.peakMb());
    await cold.stop();

    await using warm = await startTimed(join(folder, 'data'));
    readyMs.warm.push(warm.readyMs);
    note('second start, ready', await warm.residentMb());
    firstAnswerMs.warm.push(await chat(warm.server, 1));
    await chat(warm.server, chats);
    note(`second start, after ${chats} chats`, await warm.residentMb());
    await warm.stop();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  progress(`round ${round + 1} of ${rounds}`);
}

const seconds = (what: string, of: Phase): Row => ({
  what,
  unit: 's',
  ...summarise(readyMs[of].map((ms) => ms / 1_000)),
  ratio: median(readyMs[of].map((ms, round) => ms / (readyMs.node[round] ?? Number.NaN))),
});
print(
  {
    bench: 'start',
    setting: { rounds, chats },
    rows: [
      seconds('bare Node until its end', 'node'),
      seconds('first start, no personas, until ready', 'empty'),
      seconds('first start, shipped personas, until ready', 'cold'),
      seconds('second start, until ready', 'warm'),
      { what: 'first answer after the first start', unit: 'ms', ...summarise(firstAnswerMs.cold) },
      { what: 'first answer after the second start', unit: 'ms', ...summarise(firstAnswerMs.warm) },
      ...Object.entries(megabytes).map(([what, values]): Row => {
        const resident = summarise(values);
        return { what: `resident: ${what}`, unit: 'MB', ...resident };
      }),
    ],
  },
  flags.json,
);
