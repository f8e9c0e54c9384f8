// node --conditions=@personate/source --import tsx bench/turn/check-sentences.ts [persona] [questions]
// What it costs to judge a sentence of a model, beside one recall, as processor time: it holds on a busy machine too.
import { resolve } from 'node:path';
import { SentenceJudge } from '../../packages/conversation/src/check/judge-sentence.ts';
import { readableSentences } from '../../packages/language/src/index.ts';
import { loadPersonaFolder } from '../../scripts/load-persona-folder.ts';
import { progress } from '../measure/progress.ts';
import { print, type Row } from '../measure/report.ts';
import { summarise } from '../measure/summarise.ts';
import { openPersona, personasDir, processorMs } from './one-persona.ts';

const personaId = process.argv[2] ?? 'mara-lindqvist';
const otherId = personaId === 'chuck-norris' ? 'mara-lindqvist' : 'chuck-norris';
const bench = await openPersona(personaId, Number(process.argv[3] ?? 8));
const { deps, embedder, persona, prepare, questions, recallAlone } = bench;
const { signal } = new AbortController();

/** Each the dearest of its kind: in other words, so that meaning decides; and new every time. */
const sentences = (round: number): string[] => [
  `Looking back from here, I reckon my hands learned the trade before my head ever did, ${'very '.repeat(round)}slowly.`,
  `My mornings began with coffee, a damp workshop and a stubborn piece of timber, ${'more '.repeat(round)}or less.`,
  `I still dream about the smell of tar on warm planks and ${'quite '.repeat(round)}idle afternoons.`,
];

await recallAlone('Who are you?');
await prepare('What is the sea to you?');
const recalls: number[] = [];
const firsts: number[] = [];
const nexts: number[] = [];
for (const [round, question] of questions.entries()) {
  recalls.push(await processorMs(() => recallAlone(question)));
  const { request } = await prepare(question);
  const judge = new SentenceJudge(deps, request, 'balanced');
  for (const [place, sentence] of sentences(round).entries()) {
    const ms = await processorMs(() => judge.judge(sentence, [1], signal));
    (place === 0 ? firsts : nexts).push(ms);
  }
}
const row = (what: string, values: number[]): Row => ({ what, unit: 'ms', ...summarise(values) });
print(
  {
    bench: 'turn, judging a sentence, processor time',
    setting: { persona: personaId, passages: persona.passages.length },
    rows: [
      row('recall alone', recalls),
      row('the first sentence of a reply', firsts),
      row('any later sentence', nexts),
    ],
  },
  false,
);

/** What is said of sentences that a model might have spoken, by question. */
async function shares(
  sentencesOf: (index: number, evidence: ReadonlyArray<{ text: string }>) => string[],
): Promise<string> {
  const said = { keep: 0, soften: 0, strike: 0, improvise: 0 };
  for (const [index, question] of questions.entries()) {
    const { request } = await prepare(question);
    const judge = new SentenceJudge(deps, request, 'balanced');
    for (const sentence of sentencesOf(index, request.evidence))
      said[(await judge.judge(sentence, [], signal)).verdict] += 1;
  }
  return `said ${said.keep}, called doubtful ${said.soften}, struck ${said.strike}`;
}
const ownOf = (evidence: ReadonlyArray<{ text: string }>): string[] =>
  evidence.slice(0, 4).flatMap(({ text }) => readableSentences(text, 'en'));
const other = await loadPersonaFolder(resolve(personasDir, otherId), embedder, signal);
const theirs = other.passages
  .flatMap(({ text }) => readableSentences(text, 'en'))
  .filter((text) => /\bI\b/u.test(text) && !text.endsWith('?'));
progress(`its own sentences: ${await shares((_, evidence) => ownOf(evidence))}`);
progress(
  `sentences of ${otherId}: ${await shares((index) => theirs.slice(index * 12, index * 12 + 12))}`,
);
await embedder.close();
