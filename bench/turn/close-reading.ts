// node --conditions=@personate/source --import tsx bench/turn/close-reading.ts [persona] [questions]
// What everything before the model costs beside recall alone, as processor time: it holds on a busy machine too.
import { print, type Row } from '../measure/report.ts';
import { median, summarise } from '../measure/summarise.ts';
import { openPersona, processorMs } from './one-persona.ts';

const personaId = process.argv[2] ?? 'mara-lindqvist';
const bench = await openPersona(personaId, Number(process.argv[3] ?? 8));
const { embedder, persona, prepare, questions, recallAlone } = bench;

// Loads what is loaded at the first question: tokenizer, weights, regular expressions.
await recallAlone('Who are you?');
await prepare('What is the sea to you?');
const measured: Array<{ alone: number; fresh: number; again: number }> = [];
for (const question of questions) {
  measured.push({
    alone: await processorMs(() => recallAlone(question)),
    fresh: await processorMs(() => prepare(question)),
    again: await processorMs(() => prepare(question)),
  });
}
const row = (what: string, of: 'alone' | 'fresh' | 'again'): Row => ({
  what,
  unit: 'ms',
  ...summarise(measured.map((one) => one[of])),
  ratio: median(measured.map((one) => one[of] / one.alone)),
});
print(
  {
    bench: 'turn, processor time',
    setting: { persona: personaId, passages: persona.passages.length },
    rows: [
      row('recall alone', 'alone'),
      row('all before the model, sentences not read yet', 'fresh'),
      row('all before the model, asked again', 'again'),
    ],
  },
  false,
);
await embedder.close();
