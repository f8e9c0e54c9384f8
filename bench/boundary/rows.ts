import {
  createSimilarity,
  decide,
  featuresOf,
  recallEvidence,
  understandQuestion,
  type Features,
} from '../../packages/conversation/src/index.ts';
import {
  analyse,
  recall,
  type Embedder,
  type KnowledgeReader,
} from '../../packages/knowledge/src/index.ts';
import type { LoadedPersona } from '../../scripts/load-persona-folder.ts';
import type { Case } from './cases.ts';

export interface Row extends Case {
  /** What is held out together: a conversation, or a persona of its own. */
  group: string;
  /** Of a conversation; else of a persona with probes. */
  conversation: boolean;
  persona: string;
  features: Features;
  /** What the product decides today, with its rules and its threshold. */
  declined: boolean;
}

export interface Asked {
  group: string;
  conversation: boolean;
  document: LoadedPersona['document'];
  open: () => Promise<KnowledgeReader>;
  cases: readonly Case[];
}

/** Puts every case to its persona as a turn does, as far as the decision. */
export async function rowsOf(
  embedder: Embedder,
  { document, open, cases, group, conversation }: Asked,
  signal: AbortSignal,
): Promise<Row[]> {
  const reader = await open();
  const similarity = createSimilarity(embedder, 40_000);
  const deps = {
    knowledge: { open: async () => ({ store: reader, embedder }) },
    recall,
    similarity,
    analyse,
  };
  const rows: Row[] = [];
  for (const one of cases) {
    // What a question is made for is known here: none of these is small talk.
    const understanding = {
      ...understandQuestion(one.question, [], document),
      occasion: null,
      aspect: null,
      aboutUser: null,
    };
    const asking = { persona: document, understanding, signal };
    const recalled = await recallEvidence(deps, { ...asking, audience: ['public'] });
    if (recalled === null) continue;
    const verdict = await decide(deps, {
      ...asking,
      recalled,
      told: [],
      cited: new Set(),
      said: [],
    });
    rows.push({
      ...one,
      group,
      conversation,
      persona: document.id,
      features: featuresOf(recalled, one.question, [document.name]),
      declined: verdict.decision === 'declined',
    });
  }
  return rows;
}
