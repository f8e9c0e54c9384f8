import { endOfKnowledge, type PersonaDocument } from '@personate/contracts';
import { removeNames, type RecalledPassage, type RecallResult } from '@personate/knowledge';
import type { AnswerTurnDeps } from './deps.ts';
import { onFittedScale } from './on-fitted-scale.ts';
import { readClosely, type CloseReading } from './read-closely.ts';
import { selfNames } from './understand/self-names.ts';
import type { Understanding } from './understand/understand-question.ts';

export interface RecallEvidenceInput {
  persona: PersonaDocument;
  understanding: Understanding;
  audience: readonly string[];
  signal: AbortSignal;
}

export interface Recalled extends Pick<CloseReading, 'read' | 'sentences'> {
  /** Best first, after a close reading. */
  results: RecalledPassage[];
  signals: RecallResult['signals'];
}

/** Passages that are read closely, and those of them that the decision and the speaker see. */
const resultsRead = 24;
const resultsKept = 12;
/** Read for whose fact it is, never cited: see `rivals` of recall. */
const rivalsRead = 12;
const paraphrasedAdded = 12;
const paraphraseWeight = 0.8;

/** What the persona's knowledge holds on the question; null where the question asks for none. */
export async function recallEvidence(
  deps: Pick<AnswerTurnDeps, 'knowledge' | 'recall' | 'similarity' | 'analyse'>,
  { persona, understanding, audience, signal }: RecallEvidenceInput,
): Promise<Recalled | null> {
  if (!asksForKnowledge(understanding)) return null;
  const knowledge = await deps.knowledge.open(persona.id, signal);
  const limits = persona.knowledgeLimits;
  const search = async (question: string): Promise<RecallResult> => {
    const found = await deps.recall(knowledge, {
      question,
      selfNames: selfNames(persona),
      languages: persona.persona.voice.languages,
      k: resultsRead,
      rivals: rivalsRead,
      audience,
      ...(limits.enabled && limits.asOf !== undefined ? { asOf: endOfKnowledge(limits.asOf) } : {}),
      signal,
    });
    const { embeddingIdentity } = knowledge.store;
    return onFittedScale(found, { question, embeddingIdentity, signal }, deps.similarity);
  };
  const { results, rivals, signals } = await search(understanding.question);
  const more =
    understanding.paraphrase === null ? [] : (await search(understanding.paraphrase)).results;
  const recalled = withParaphrased(results, more);
  const known = new Set(recalled.map(({ passageId }) => passageId));
  const { question, paraphrase, language } = understanding;
  const close = await readClosely(
    deps,
    { results: recalled, rivals: rivals.filter(({ passageId }) => !known.has(passageId)) },
    {
      question,
      paraphrase,
      language,
      bare: bareQuestion(question, [...selfNames(persona), ...signals.othersNamed]),
      termWeights: signals.termWeights,
    },
    signal,
  );
  return {
    ...close,
    // What has the right shape may stand further down.
    results: understanding.profile === null ? close.results.slice(0, resultsKept) : close.results,
    signals,
  };
}

/** Without the names of those who talk here: they are in half of all sentences, or in none. */
function bareQuestion(question: string, names: readonly string[]): string {
  const bare = removeNames(question, names);
  return /\p{L}/u.test(bare) ? bare : question;
}

type Results = readonly RecalledPassage[];

/** Adds what only the paraphrase found; the question's own words count for more. */
function withParaphrased(results: Results, more: Results): RecalledPassage[] {
  const known = new Set(results.map(({ passageId }) => passageId));
  const top = results[0]?.score ?? 1;
  const topOfMore = more[0]?.score ?? 1;
  const added = more
    .slice(0, paraphrasedAdded)
    .filter(({ passageId }) => !known.has(passageId))
    .map((result) => ({ ...result, score: (paraphraseWeight * top * result.score) / topOfMore }));
  return [...results, ...added].toSorted((a, b) => b.score - a.score);
}

function asksForKnowledge({ occasion, aspect, aboutUser }: Understanding): boolean {
  return occasion === null && aspect === null && aboutUser === null;
}
