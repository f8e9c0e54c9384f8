// Fits the weights of the decision (packages/conversation/src/decide/confidence.ts) on the probes of the shipped
// personas and prints them, with the rates they give, also for a persona that was left out of the fit:
//   node --conditions=@personate/source --import tsx scripts/fit-decision.ts
// The personas' lists of known and unknown domains and their knowledge dates play no part in it.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  defaultThreshold,
  featuresOf,
  recallEvidence,
  understandQuestion,
  type Features,
} from '../packages/conversation/src/index.ts';
import { openMiniLmEmbedder } from '../packages/knowledge/src/index.ts';
import { loadPersonaFolder } from './load-persona-folder.ts';
import { memoryDeps } from './memory-turns.ts';

interface Row {
  persona: string;
  wanted: 0 | 1;
  near: boolean;
  features: Features;
}

type Weights = Record<string, number>;

const rounds = 6000;
const rateOfLearning = 2;
const shrinkage = 0.0005;

const rows = await collect(join(import.meta.dirname, '..', 'personas-data'));
const names = Object.keys(rows[0]?.features ?? {}) as Array<keyof Features>;
const whole = fit(rows);
console.log(
  'weights',
  Object.fromEntries(Object.entries(whole).map(([name, w]) => [name, Number(w.toFixed(2))])),
);
for (const persona of new Set(rows.map((row) => row.persona))) {
  const own = rows.filter((row) => row.persona === persona);
  const others = fit(rows.filter((row) => row.persona !== persona));
  console.log(persona, 'fitted on all:', rates(whole, own), '| on the others:', rates(others, own));
}

async function collect(dir: string): Promise<Row[]> {
  const { signal } = new AbortController();
  const embedder = openMiniLmEmbedder();
  const collected: Row[] = [];
  for (const id of await readdir(dir)) {
    const persona = await loadPersonaFolder(join(dir, id), embedder, signal);
    const deps = memoryDeps(new Map([[id, persona]]), embedder);
    const probes = [
      ...persona.probes.answer.map(({ question }) => ({
        question,
        wanted: 1 as const,
        near: false,
      })),
      ...persona.probes.decline.map(({ question, near }) => ({
        question,
        wanted: 0 as const,
        near,
      })),
    ];
    for (const { question, wanted, near } of probes) {
      const understanding = {
        ...understandQuestion(question, [], persona.document),
        occasion: null,
        aspect: null,
        aboutUser: null,
      };
      const recalled = await recallEvidence(deps, {
        persona: persona.document,
        understanding,
        audience: ['public'],
        signal,
      });
      if (recalled === null) continue;
      collected.push({
        persona: id,
        wanted,
        near,
        features: featuresOf(recalled, question, [persona.document.name]),
      });
    }
  }
  await embedder.close();
  return collected;
}

/** Logistic regression by gradient descent, both classes weighing alike. */
function fit(data: readonly Row[]): Weights {
  const weights: Weights = Object.fromEntries(['bias', ...names].map((name) => [name, 0]));
  const share = [0, 1].map(
    (wanted) => 0.5 / Math.max(1, data.filter((row) => row.wanted === wanted).length),
  );
  for (let round = 0; round < rounds; round += 1) {
    const step: Weights = Object.fromEntries(Object.keys(weights).map((name) => [name, 0]));
    for (const row of data) {
      const error = (score(weights, row) - row.wanted) * (share[row.wanted] ?? 0);
      step['bias'] = (step['bias'] ?? 0) + error;
      for (const name of names) step[name] = (step[name] ?? 0) + error * row.features[name];
    }
    for (const [name, weight] of Object.entries(weights)) {
      const pull = name === 'bias' ? 0 : shrinkage * weight;
      weights[name] = weight - rateOfLearning * ((step[name] ?? 0) + pull);
    }
  }
  return weights;
}

function score(weights: Weights, { features }: Row): number {
  const sum = names.reduce(
    (total, name) => total + (weights[name] ?? 0) * features[name],
    weights['bias'] ?? 0,
  );
  return 1 / (1 + Math.exp(-sum));
}

function rates(weights: Weights, data: readonly Row[]): string {
  const share = (kept: Row[], passes: (value: number) => boolean): string =>
    `${Math.round((100 * kept.filter((row) => passes(score(weights, row))).length) / Math.max(1, kept.length))} %`;
  const answer = share(
    data.filter(({ wanted }) => wanted === 1),
    (value) => value >= defaultThreshold,
  );
  const decline = share(
    data.filter(({ wanted }) => wanted === 0),
    (value) => value < defaultThreshold,
  );
  const near = share(
    data.filter((row) => row.near),
    (value) => value < defaultThreshold,
  );
  return `answered ${answer}, declined ${decline} (near the field ${near})`;
}
