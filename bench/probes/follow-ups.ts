// Asks each persona short conversations and judges the last reply of each: what does a follow-up get?
//   node --conditions=@personate/source --import tsx bench/probes/follow-ups.ts [folder with <persona>.yaml] [--only PERSONA]… [--verbose]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { answerTurn, type AnswerTurnDeps } from '../../packages/conversation/src/index.ts';
import type { ChatMessage } from '../../packages/language/src/index.ts';
import { loadPersonaFolder } from '../../scripts/load-persona-folder.ts';
import { memoryDeps } from '../../scripts/memory-turns.ts';
import { openBench } from '../recall/open-bench.ts';

const conversationSchema = z.strictObject({
  turns: z.array(z.string()).min(1),
  /** Any of them answers the last turn; absent: nothing known does. */
  documents: z.array(z.string()).optional(),
  /** What the last reply must hold as well. */
  says: z.string().optional(),
});
type Conversation = z.infer<typeof conversationSchema>;

interface Told {
  question: string;
  answer: string;
  declined: boolean;
  cited: string[];
}

const outcomes = [
  'answered rightly',
  'declined rightly',
  'answered wrongly',
  'declined, though known',
  'answered, though unknown',
] as const;
type Outcome = (typeof outcomes)[number];

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true, default: [] },
    verbose: { type: 'boolean', default: false },
  },
});
const folder = positionals[0] ?? join(import.meta.dirname, 'follow-ups');
const { signal } = new AbortController();
const bench = await openBench('memory');
const all: Outcome[] = [];
for (const id of readdirSync('personas-data')) {
  const file = join(folder, `${id}.yaml`);
  if (!existsSync(file) || (flags.only.length > 0 && !flags.only.includes(id))) continue;
  const persona = await loadPersonaFolder(join('personas-data', id), bench.embedder, signal);
  const deps = memoryDeps(new Map([[id, persona]]), bench.embedder);
  const own: Outcome[] = [];
  for (const one of z.array(conversationSchema).parse(parse(readFileSync(file, 'utf8')))) {
    const told = await converse(deps, id, one.turns);
    const outcome = outcomeOf(one, told.at(-1));
    own.push(outcome);
    if (flags.verbose || !outcome.endsWith('rightly')) show(outcome, told);
  }
  print(id, own);
  all.push(...own);
}
print('all', all);
await bench.close();

async function converse(
  deps: AnswerTurnDeps,
  personaId: string,
  questions: readonly string[],
): Promise<Told[]> {
  const messages: ChatMessage[] = [];
  const told: Told[] = [];
  let conversationId: string | undefined;
  for (const question of questions) {
    messages.push({ role: 'user', content: question });
    const turn = {
      personaId,
      messages,
      userId: null,
      keyId: 'bench',
      audience: ['public'],
      signal,
    };
    const placed = conversationId === undefined ? turn : { ...turn, conversationId };
    for await (const event of answerTurn(deps, placed)) {
      if (event.type === 'error') throw event.error;
      if (event.type !== 'done') continue;
      const { citations, decision } = event.extension;
      const answer = event.turn?.answer ?? '';
      conversationId = event.extension.conversationId;
      messages.push({ role: 'assistant', content: answer });
      const cited = citations.map(({ documentId }) => documentId);
      told.push({ question, answer, declined: decision === 'declined', cited });
    }
  }
  return told;
}

function outcomeOf({ documents, says }: Conversation, last: Told | undefined): Outcome {
  if (last === undefined) throw new Error('The conversation ended without an answer.');
  if (documents === undefined) {
    return last.declined ? 'declined rightly' : 'answered, though unknown';
  }
  if (last.declined) return 'declined, though known';
  const right =
    last.cited.some((id) => documents.includes(id)) &&
    (says === undefined || new RegExp(says, 'u').test(last.answer));
  return right ? 'answered rightly' : 'answered wrongly';
}

function print(label: string, own: readonly Outcome[]): void {
  const count = (outcome: Outcome): number => own.filter((one) => one === outcome).length;
  const right = count('answered rightly') + count('declined rightly');
  const counts = outcomes.map((outcome) => `${count(outcome)} ${outcome}`);
  console.log(`${label}: ${right} of ${own.length} right (${counts.join('; ')})`);
}

function show(outcome: Outcome, told: readonly Told[]): void {
  console.log(`  ${outcome}`);
  for (const { question, answer, cited } of told)
    console.log(`    ${question}\n        ${answer.replaceAll('\n', ' ')} [${cited.join(', ')}]`);
}
