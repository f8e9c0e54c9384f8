import type { SearchResult } from '@personate/contracts';
import { cutToTokens, joinWithin } from '../prompt/budgets.ts';
import { block, neutraliseEvidence } from '../prompt/neutralise-data.ts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

const tokensPerRecord = 220;
const tokensOfContext = 40;
/** A passage shorter than this seldom stands alone: what stood around it goes with it. */
const shortPassage = 160;

export interface EvidenceInput {
  evidence: readonly SearchResult[];
  tokens: number;
}

/** What recall found, numbered and dated, each record on a line of its own; the last ones go when room ends. */
export const evidencePrompt: PromptTemplate<EvidenceInput> = {
  name: 'evidence',
  version: 1,
  render({ evidence, tokens }) {
    if (evidence.length === 0) return '';
    const records = evidence.map((result, index) => record(result, index + 1));
    return block('evidence', joinWithin(records, tokens));
  },
};

function record(result: SearchResult, n: number): string {
  const head = [dateText(result), result.kind, whose(result), titleText(result)]
    .filter((part) => part !== '')
    .join(', ');
  const lines = [
    `[${n}] (${head}) ${cutToTokens(neutraliseEvidence(result.text), tokensPerRecord)}`,
  ];
  const before = result.text.length < shortPassage ? saidBefore(result) : undefined;
  if (before !== undefined) {
    const said = cutToTokens(neutraliseEvidence(before.text), tokensOfContext);
    lines.push(
      `    just before, ${before.author === undefined ? 'somebody' : nameText(before.author)}: ${said}`,
    );
  }
  return lines.join('\n');
}

function saidBefore({ at, context }: SearchResult): SearchResult['context'][number] | undefined {
  return context.findLast(
    (neighbour) =>
      at !== null && neighbour.at !== undefined && Date.parse(neighbour.at) <= Date.parse(at),
  );
}

function whose({ stance, author }: SearchResult): string {
  const writer = author === null ? 'others' : nameText(author);
  switch (stance) {
    case 'by':
      return 'your own words';
    case 'about':
      return `written about you by ${writer}`;
    case 'to':
      return `said to you by ${writer}`;
  }
}

function dateText({ at, atPrecision }: SearchResult): string {
  if (at === null) return 'undated';
  const length = { year: 4, month: 7, day: 10, minute: 10, second: 10 }[atPrecision ?? 'second'];
  return at.slice(0, length);
}

function titleText({ title }: SearchResult): string {
  return title === null ? '' : `“${cutToTokens(neutraliseEvidence(title), 20)}”`;
}

function nameText(name: string): string {
  return cutToTokens(neutraliseEvidence(name), 12);
}
