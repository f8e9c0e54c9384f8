/** From what one chat and one passage cost to what many personas take: a calculation, and two small simulations. */
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { planCells, type Costs } from './plan-cells.ts';
import { simulateQueue } from './simulate-queue.ts';
import { hotMemory, spreadPersonas } from './spread-personas.ts';

const { values } = parseArgs({
  options: {
    costs: { type: 'string', default: fileURLToPath(new URL('costs.json', import.meta.url)) },
    personas: { type: 'string', default: '10000' },
    passages: { type: 'string', default: '100000' },
    chats: { type: 'string', default: '1000' },
    /** Share of the passages that is new each day. */
    changed: { type: 'string', default: '0.001' },
    /** Chats over the day, against the busiest hour. */
    mean: { type: 'string', default: '0.3' },
    days: { type: 'string', default: '30' },
    /** TB of disk that one Postgres is given. */
    postgres: { type: 'string', default: '4' },
  },
});
const costs = JSON.parse(readFileSync(values.costs, 'utf8')) as Costs;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

say('How full a gateway may be: from arrival to answer, against the mean of the work itself');
say('| busy | 1 gateway p50, p95 | 4: p50, p95 | 16: p50, p95 |\n|---|---|---|---|');
for (const use of [0.3, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const cells = [1, 4, 16].map((servers) => {
    const { p50, p95 } = simulateQueue({ servers, use, spread: 0.5, questions: 200_000 });
    return `${p50.toFixed(1)}, ${p95.toFixed(1)} ×`;
  });
  say(`| ${use * 100} % | ${cells.join(' | ')} |`);
}

say('\nHow uneven cells are: the busiest one against its share');
say(
  '| cells | all alike (s = 0.5) | as words are (s = 1) | the most asked persona |\n|---|---|---|---|',
);
const personas = Number(values.personas);
const spread = (cells: number, exponent: number) =>
  spreadPersonas({ personas, cells, exponent, rounds: 51 });
for (const cells of [4, 8, 16, 32]) {
  const [even, skewed] = [spread(cells, 0.5), spread(cells, 1)];
  say(`| ${cells} | ${even.busiest.toFixed(2)} × | ${skewed.busiest.toFixed(2)} × | ${(skewed.largestPersona * 100).toFixed(1)} % of all |`); // prettier-ignore
}

const plan = planCells(
  costs,
  {
    personas,
    passagesEach: Number(values.passages),
    chatsPerSecond: Number(values.chats),
    meanShare: Number(values.mean),
    changedDaily: Number(values.changed),
    daysKept: Number(values.days),
  },
  {
    postgresBytes: Number(values.postgres) * 1e12,
    qdrantCollections: 2_500,
    use: 0.6,
    busiest: (cells) => spread(cells, 1).busiest,
  },
);
say(`\n${values.personas} personas × ${values.passages} passages, ${values.chats} chats a second, turns kept ${values.days} days:`); // prettier-ignore
say(
  `${plan.cells} cells of ${plan.personas} personas (${(plan.passages / 1e6).toFixed(0)} million passages)`,
);
say(
  `  disk: Postgres ${(plan.disk.postgres / 1e12).toFixed(1)} TB, Qdrant ${(plan.disk.qdrant / 1e12).toFixed(2)} TB`,
);
say(`  the busiest has ${plan.chatsPerSecond.toFixed(0)} chats a second; processors at 60 %: ${Object.entries(plan.processors).map(([name, count]) => `${name} ${count}`).join(', ')}`); // prettier-ignore

const memory = hotMemory({ personas, exponent: 1, covered: 0.75 });
const gateways = Math.ceil((plan.processors.gateway / plan.chatsPerSecond) * Number(values.chats));
const all = Object.values(plan.processors).reduce((sum, one) => sum + one, 0) * plan.cells;
const diskTb = ((plan.disk.postgres + plan.disk.qdrant) * plan.cells) / 1e12;
const cachedGb =
  (diskTb * 1e3 * plan.disk.qdrant * memory) / (plan.disk.qdrant + plan.disk.postgres);
say(`  three quarters of the questions go to ${(memory * 100).toFixed(0)} % of the personas: ${cachedGb.toFixed(0)} GB of Qdrant's files in memory, over all cells`); // prettier-ignore
say(`  in all: ${all.toFixed(0)} processors (each cell as strong as the busiest), ${gateways} gateways of one busy thread, ${diskTb.toFixed(0)} TB of disk, once`); // prettier-ignore
