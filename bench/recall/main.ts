// node --conditions=@personate/source --import tsx bench/recall/main.ts <folder> [--store memory|pgvector] [--ablation]
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  MemoryKnowledgeStores,
  openEmbedder,
  recall,
  recallScores,
  type KnowledgeReader,
  type KnowledgeStores,
  type RecallStep,
} from '../../packages/knowledge/src/index.ts';
import { groupBy } from './group-by.ts';
import { cachedEmbedder } from './cached-embedder.ts';
import { mean, measure, percentile, type Metrics } from './metrics.ts';
import { openConversation } from './open-conversation.ts';
import { readConversations, type Conversation } from './read-conversations.ts';

interface Measured extends Metrics {
  conversation: string;
  kind: string;
}

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    store: { type: 'string', default: 'memory' },
    ablation: { type: 'boolean', default: false },
    self: { type: 'string', multiple: true, default: [] },
  },
});
const [folder] = positionals;
if (folder === undefined)
  throw new Error('usage: main.ts <folder> [--store memory|pgvector] [--ablation] [--self NAME]');

const { signal } = new AbortController();
const embedder = cachedEmbedder(
  openEmbedder({ modelDir: join(tmpdir(), 'personate-bench-model') }),
);
const { stores, close } = await openStores(flags.store);
const conversations = await readConversations(folder);
const opened: Array<{ conversation: Conversation; store: KnowledgeReader }> = [];
for (const conversation of conversations)
  opened.push({
    conversation,
    store: await openConversation(stores, embedder, conversation, signal),
  });

const latencies: number[] = [];
const whole = await measureAll([]);
print('all', mean(whole));
for (const [kind, of] of groupBy(whole, (m) => m.kind)) print(`kind ${kind}`, mean(of));
for (const [name, of] of groupBy(whole, (m) => m.conversation)) print(name, mean(of));
console.log(
  `recall without embedding: p50 ${percentile(latencies, 0.5).toFixed(1)} ms, p95 ${percentile(latencies, 0.95).toFixed(1)} ms`,
);
if (flags.ablation) {
  const steps: RecallStep[] = [
    'names',
    'context',
    'repetition',
    ...(Object.keys(recallScores) as Array<keyof typeof recallScores>),
  ];
  for (const step of steps) print(`without ${step}`, mean(await measureAll([step])));
}
await embedder.close();
await close();

async function measureAll(off: RecallStep[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { conversation, store } of opened)
    for (const question of conversation.questions) {
      if (!question.answerable || question.relevant.length === 0) continue;
      const { results, timings } = await recall(
        { store, embedder },
        { question: question.text, selfNames: flags.self, k: 20, audience: ['public'], signal },
        { off },
      );
      latencies.push(timings.understandMs + timings.searchMs + timings.rescoreMs);
      measured.push({
        ...measure(
          question.relevant,
          results.map((result) => result.documentId),
        ),
        conversation: conversation.name,
        kind: question.kind,
      });
    }
  return measured;
}

function print(label: string, m: Metrics): void {
  const percent = (share: number): string => (share * 100).toFixed(1).padStart(5);
  console.log(
    `${label.padEnd(22)} n ${String(m.questions).padStart(4)}  R@5 ${percent(m.recall5)}  R@10 ${percent(m.recall10)}  R@20 ${percent(m.recall20)}  MRR ${m.reciprocalRank.toFixed(3)}  nDCG@10 ${m.ndcg10.toFixed(3)}`,
  );
}

async function openStores(
  kind: string,
): Promise<{ stores: KnowledgeStores; close: () => Promise<void> }> {
  if (kind === 'memory')
    return { stores: new MemoryKnowledgeStores(), close: async () => undefined };
  const { openDatabase } = await import('../../packages/records/src/index.ts');
  const { PgvectorKnowledgeStores } =
    await import('../../packages/knowledge-pgvector/src/index.ts');
  const database = await openDatabase({ kind: 'embedded', dataDir: 'memory', migrate: false });
  return {
    stores: new PgvectorKnowledgeStores({ pool: database.pool }),
    close: () => database.close(),
  };
}
