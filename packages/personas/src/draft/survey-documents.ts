import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Document } from '@personate/contracts';
import { improvisedSource, latestMs, publicAudience } from '@personate/contracts';
import { cleanWords } from './clean-words.ts';
import { KnowledgeDomains } from './knowledge-domains.ts';
import { LifeLine } from './life-line.ts';
import { RecurringPhrases } from './recurring-phrases.ts';
import { ReplyPairs } from './reply-pairs.ts';
import { CategoryMeter } from './temperament/category-meter.ts';
import { SentencePool } from './told/sentence-pool.ts';
import { topicTerms } from './topic-terms.ts';
import { VoiceMeter } from './voice-meter.ts';
import { splitWords } from '../words/split-words.ts';
import { foldWord } from '../words/fold-word.ts';
import { WordTally } from './word-tally.ts';

/** What one pass over a persona's documents gathers. Memory is bounded; the order of the documents does not matter. */
export interface Survey {
  documents: { by: number; about: number; to: number };
  voice: VoiceMeter;
  own: WordTally;
  /** Own words in what everybody may read: only these may be quoted in a persona. */
  ownPublic: WordTally;
  others: WordTally;
  phrases: RecurringPhrases;
  replies: ReplyPairs;
  life: LifeLine;
  domains: KnowledgeDomains;
  categories: CategoryMeter;
  told: SentencePool;
  /** Words of the names of all authors. */
  names: Set<string>;
  /** The day of the last document, as precisely as it is known. */
  lastDay: string | undefined;
}

const mostNames = 20_000;

export async function surveyDocuments(
  documents: AsyncIterable<Document> | Iterable<Document>,
  signal: AbortSignal | undefined,
): Promise<Survey> {
  const survey: Survey = {
    documents: { by: 0, about: 0, to: 0 },
    voice: new VoiceMeter(),
    own: new WordTally(),
    ownPublic: new WordTally(),
    others: new WordTally(),
    phrases: new RecurringPhrases(),
    replies: new ReplyPairs(),
    life: new LifeLine(),
    domains: new KnowledgeDomains(),
    categories: new CategoryMeter(),
    told: new SentencePool(),
    names: new Set(),
    lastDay: undefined,
  };
  let taken = 0;
  for await (const document of documents) {
    signal?.throwIfAborted();
    take(survey, document);
    taken += 1;
    // The embedded form answers chats in this thread: a page of documents must not hold it up.
    if (taken % 32 === 0) await nextTurn();
  }
  return survey;
}

function take(survey: Survey, document: Document): void {
  survey.documents[document.stance] += 1;
  const day = lastDayOf(document);
  if (day !== undefined && (survey.lastDay === undefined || day > survey.lastDay))
    survey.lastDay = day;
  for (const word of splitWords(document.author?.name ?? '', 'und')) {
    if (survey.names.size < mostNames) survey.names.add(foldWord(word));
  }
  const text = cleanWords(document.text);
  const isPublic = document.audience.includes(publicAudience) && document.visibility !== 'direct';
  const words = splitWords(text, document.language);
  const terms = document.stance === 'to' ? undefined : topicTerms(text, document.language);
  const period = document.at === undefined ? undefined : halfYear(document.at);
  // A model worded what was made up.
  if (document.stance === 'by' && document.sourceId !== improvisedSource) {
    // A career entry made of facts (a job, a degree) is worded by its source, not by the persona.
    if (document.kind !== 'career' || document.facts === undefined) {
      survey.voice.add(text, words, document.language);
      survey.own.add(document.language, words, period);
      survey.categories.add(words, document.language);
      if (isPublic) {
        survey.ownPublic.add(document.language, words, period, terms);
        survey.phrases.add(text, document.language, document.externalId);
      }
    }
  } else survey.others.add(document.language, words, period);
  if (!isPublic) return;
  survey.life.add(document);
  survey.told.add(document, text);
  if (document.stance !== 'about') survey.replies.add(document, text);
  if (terms !== undefined) {
    survey.domains.add(terms, words.length, document.language, document.externalId);
  }
}

function halfYear(at: string): string {
  return `${at.slice(0, 4)}${at.slice(5, 7) <= '06' ? 'a' : 'b'}`;
}

/** A month's note may tell of its last day: nothing of that month is beyond the knowledge. */
function lastDayOf({ at, atPrecision }: Document): string | undefined {
  return at === undefined
    ? undefined
    : new Date(latestMs(at, atPrecision)).toISOString().slice(0, 10);
}
