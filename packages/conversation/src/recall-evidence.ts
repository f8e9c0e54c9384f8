import { endOfKnowledge, type PersonaDocument } from '@personate/contracts';
import type { RecallResult } from '@personate/knowledge';
import type { AnswerTurnDeps } from './deps.ts';
import { readClosely, type CloseReading } from './read-closely.ts';
import { selfNames } from './understand/self-names.ts';
import type { Understanding } from './understand/understand-question.ts';

export interface RecallEvidenceInput {
  persona: PersonaDocument;
  understanding: Understanding;
  audience: readonly string[];
  signal: AbortSignal;
}

export interface Recalled {
  /** Best first, after a close reading. */
  results: RecallResult['results'];
  signals: RecallResult['signals'] & Pick<CloseReading, 'sentenceCosine' | 'othersLead'>;
}

/** Passages that are read closely, and those of them that the decision and the speaker see. */
const resultsRead = 24;
const resultsKept = 12;
const paraphrasedAdded = 12;
const paraphraseWeight = 0.8;

/** What the persona's knowledge holds on the question; null where the question asks for none. */
export async function recallEvidence(
  deps: Pick<AnswerTurnDeps, 'knowledge' | 'recall' | 'embedder' | 'similarity'>,
  { persona, understanding, audience, signal }: RecallEvidenceInput,
): Promise<Recalled | null> {
  if (!asksForKnowledge(understanding)) return null;
  const store = await deps.knowledge.open(persona.id, signal);
  const limits = persona.knowledgeLimits;
  const search = (question: string): Promise<RecallResult> =>
    deps.recall(
      { store, embedder: deps.embedder },
      {
        question,
        selfNames: selfNames(persona),
        languages: persona.persona.voice.languages,
        k: resultsRead,
        audience,
        ...(limits.enabled && limits.asOf !== undefined
          ? { asOf: endOfKnowledge(limits.asOf) }
          : {}),
        signal,
      },
    );
  const { results, signals } = await search(understanding.question);
  const more =
    understanding.paraphrase === null ? [] : (await search(understanding.paraphrase)).results;
  const { sentenceCosine, othersLead, ...close } = await readClosely(
    withParaphrased(results, more),
    understanding,
    deps.similarity,
    signal,
  );
  return {
    // What has the right shape may stand further down.
    results: understanding.profile === null ? close.results.slice(0, resultsKept) : close.results,
    signals: { ...signals, sentenceCosine, othersLead },
  };
}

type Results = RecallResult['results'];

/** Adds what only the paraphrase found; the question's own words count for more. */
function withParaphrased(results: Results, more: Results): Results {
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
