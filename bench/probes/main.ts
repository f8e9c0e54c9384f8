// Asks personas their probes in this process, over stores in memory: what `personate probe` asks a server, in seconds.
//   node --conditions=@personate/source --import tsx bench/probes/main.ts [folder with <persona>.yaml]… [--personas DIR] [--only PERSONA]… [--verbose]
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Probes } from '../../packages/contracts/src/index.ts';
import { evaluateProbes, type ProbeResult } from '../../packages/conversation/src/index.ts';
import { loadPersonaFolder, type LoadedPersona } from '../../scripts/load-persona-folder.ts';
import { memoryDeps } from '../../scripts/memory-turns.ts';
import { openBench } from '../recall/open-bench.ts';
import { readProbes } from './read-probes.ts';
import { losses, lossOf, watchTurns, type Loss } from './watch-turn.ts';

const { values: flags, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    personas: { type: 'string', default: 'personas-data' },
    only: { type: 'string', multiple: true, default: [] },
    verbose: { type: 'boolean', default: false },
  },
});
const { signal } = new AbortController();
const bench = await openBench('memory');
const all: Array<ProbeResult & { set: string; loss: Loss | null }> = [];
for (const id of readdirSync(flags.personas)) {
  const folder = join(flags.personas, id);
  if (!existsSync(join(folder, 'persona.yaml'))) continue;
  if (flags.only.length > 0 && !flags.only.includes(id)) continue;
  const persona = await loadPersonaFolder(folder, bench.embedder, signal);
  const { deps, taken } = watchTurns(memoryDeps(new Map([[id, persona]]), bench.embedder));
  for (const [set, probes] of setsOf(id, persona)) {
    const lost: Array<Loss | null> = [];
    const onResult = (result: ProbeResult): void => {
      const seen = taken();
      lost.push(result.kind === 'answer' ? lossOf(result, seen) : null);
    };
    const { results } = await evaluateProbes(deps, { personaId: id, probes, signal, onResult });
    all.push(...results.map((result, i) => ({ ...result, set, loss: lost[i] ?? null })));
    print(`${id}, ${set}`, results);
    for (const [i, result] of results.entries())
      if (flags.verbose || !result.passed) show(result, lost[i] ?? null);
  }
}
for (const set of new Set(all.map((result) => result.set))) {
  const some = all.filter((result) => result.set === set);
  print(`all, ${set}`, some);
  for (const loss of losses)
    console.log(`  ${String(some.filter((one) => one.loss === loss).length).padStart(3)} ${loss}`);
}
await bench.close();

function* setsOf(id: string, persona: LoadedPersona): Generator<[string, Probes]> {
  if (folders.length === 0) yield ['its own', persona.probes];
  for (const folder of folders) {
    const probes = readProbes(folder, id);
    if (probes !== null) yield [folder, probes];
  }
}

function print(label: string, results: readonly ProbeResult[]): void {
  const rate = (wanted: ProbeResult['kind']): string => {
    const of = results.filter(({ kind }) => kind === wanted);
    return `${of.filter(({ passed }) => passed).length} of ${of.length}`;
  };
  console.log(`${label}: answered ${rate('answer')}, declined ${rate('decline')}`);
}

function show(
  { passed, question, decision, reason, cited, wanted, answer }: ProbeResult,
  loss: Loss | null,
): void {
  const why = reason === null ? decision : `${decision}, ${reason}`;
  console.log(`  ${passed ? '✓' : '✗'} ${question} (${why})`);
  console.log(`      ${answer.replaceAll('\n', ' ')}`);
  if (wanted.length > 0)
    console.log(`      cited ${cited.join(', ')}; wanted ${wanted.join(', ')} (${loss})`);
}
