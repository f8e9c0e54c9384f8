import type { SearchResult } from '@personate/contracts';
import { budgets, countWithin, cutToTokens, joinWithin } from '../prompt/budgets.ts';
import { block, neutraliseEvidence } from '../prompt/neutralise-data.ts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

const tokensPerRecord = 220;
const tokensOfContext = 40;
const tokensPerTitle = 20;
/** A passage shorter than this seldom stands alone: what stood around it goes with it. */
const shortPassage = 160;

export interface EvidenceInput {
  evidence: readonly SearchResult[];
  tokens: number;
}

/** What the prompt shows of a passage: who checks what a model made of it looks at no more. */
export interface ShownRecord {
  text: string;
  /** There is more of it. */
  cut: boolean;
  /** And its heading, if any; '' where there is neither. */
  title: string;
  /** '' where none is shown: nobody knows them, or it is the persona. */
  author: string;
  /** What was said just before it. */
  before: { author: string; text: string } | null;
}

/** What recall found, numbered and dated, each record on a line of its own; the last ones go when room ends. */
export const evidencePrompt: PromptTemplate<EvidenceInput> = {
  name: 'evidence',
  version: 3,
  render({ evidence, tokens }) {
    if (evidence.length === 0) return '';
    return block('evidence', joinWithin(linesOf(evidence), tokens));
  },
};

/** Those of the evidence that a prompt has room for, as it shows them: the first ones. */
export function shownEvidence(evidence: readonly SearchResult[]): ShownRecord[] {
  return evidence.slice(0, countWithin(linesOf(evidence), budgets.evidence)).map(shown);
}

function shown(result: SearchResult): ShownRecord {
  const { author, stance } = result;
  const whole = neutraliseEvidence(result.text);
  const text = cutToTokens(whole, tokensPerRecord);
  const before = result.text.length < shortPassage ? saidBefore(result) : undefined;
  return {
    text,
    cut: text !== whole,
    title: titleOf(result),
    author: author === null || stance === 'by' ? '' : nameText(author),
    before:
      before === undefined
        ? null
        : {
            author: before.author === undefined ? '' : nameText(before.author),
            text: cutToTokens(neutraliseEvidence(before.text), tokensOfContext),
          },
  };
}

/** With the heading that stands right above it: an answer of a list of questions is none without its question. */
function titleOf({ title, headings }: SearchResult): string {
  return [title ?? '', headings?.at(-1) ?? '']
    .filter((part) => part !== '')
    .map((part) => cutToTokens(neutraliseEvidence(part), tokensPerTitle))
    .join(' › ');
}

function linesOf(evidence: readonly SearchResult[]): string[] {
  return evidence.map((result, index) => line(result, shown(result), index + 1));
}

function line(result: SearchResult, { text, title, author, before }: ShownRecord, n: number) {
  const head = [
    dateText(result),
    result.kind,
    whose(result.stance, author),
    title === '' ? '' : `“${title}”`,
  ]
    .filter((part) => part !== '')
    .join(', ');
  const record = `[${n}] (${head}) ${text}`;
  if (before === null) return record;
  return `${record}\n    just before, ${before.author === '' ? 'somebody' : before.author}: ${before.text}`;
}

function saidBefore({ at, context }: SearchResult): SearchResult['context'][number] | undefined {
  return context.findLast(
    (neighbour) =>
      at !== null && neighbour.at !== undefined && Date.parse(neighbour.at) <= Date.parse(at),
  );
}

function whose(stance: SearchResult['stance'], author: string): string {
  const writer = author === '' ? 'others' : author;
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

function nameText(name: string): string {
  return cutToTokens(neutraliseEvidence(name), 12);
}
