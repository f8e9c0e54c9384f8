import { endOfKnowledge, type PersonaDocument } from '@personate/contracts';
import type { RecalledPassage, RecalledReply, RecallResult } from '@personate/knowledge';
import { asStatement, readableSentences } from '@personate/language';
import type { AnswerTurnDeps } from './deps.ts';
import { bareQuestion } from './bare-question.ts';
import { embedOnce } from './embed-once.ts';
import { onFittedScale } from './on-fitted-scale.ts';
import { readClosely, type CloseReading } from './read-closely.ts';
import { sentencesEmbedded } from './sentences-embedded.ts';
import { selfNames } from './understand/self-names.ts';
import type { Understanding } from './understand/understand-question.ts';

export interface RecallEvidenceInput {
  persona: PersonaDocument;
  understanding: Understanding;
  audience: readonly string[];
  /** Passages that the last replies cited: what a follow-up asks for may stand there. */
  talkedOf?: readonly string[];
  signal: AbortSignal;
}

export interface Recalled extends Pick<CloseReading, 'read' | 'sentences'> {
  /** What was said in answer to questions like this one; without a cosine where another embedder made that. */
  replies?: readonly AskedBefore[];
  /** What recall had to do without. */
  degraded: RecallResult['degraded'];
  /** Best first, after a close reading. */
  results: RecalledPassage[];
  signals: RecallResult['signals'];
}

/** A reply, and the question that it is to. */
export type AskedBefore = Omit<RecalledReply, 'cosine'> & Partial<Pick<RecalledReply, 'cosine'>>;

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
  { persona, understanding, audience, talkedOf = [], signal }: RecallEvidenceInput,
): Promise<Recalled | null> {
  if (!asksForKnowledge(understanding)) return null;
  const { question, paraphrase, language } = understanding;
  const { embedder, ...knowledge } = await deps.knowledge.open(persona.id, signal);
  const { store } = knowledge;
  const shared = embedOnce(embedder, deps.similarity, {
    texts: [question, paraphrase ?? '', understanding.asked, asStatement(question, language) ?? ''],
    names: selfNames(persona),
    signal,
  });
  const limits = persona.knowledgeLimits;
  const search = async (text: string) => {
    const found = await deps.recall(
      { ...knowledge, embedder: shared },
      {
        question: text,
        selfNames: selfNames(persona),
        languages: persona.persona.voice.languages,
        k: resultsRead,
        rivals: rivalsRead,
        also: talkedOf,
        sentences: true,
        audience,
        ...(limits.enabled && limits.asOf !== undefined
          ? { asOf: endOfKnowledge(limits.asOf) }
          : {}),
        signal,
      },
    );
    const split = [...found.results, ...found.rivals].map((passage) => ({
      ...passage,
      sentences: readableSentences(passage.text, passage.language),
    }));
    const { embeddingIdentity } = store;
    const { identity } = deps.similarity;
    const from = { stored: found.sentences, whole: identity !== embeddingIdentity };
    deps.similarity.learn(sentencesEmbedded(identity, split, from));
    return {
      ...(await onFittedScale(
        found,
        { question: text, embeddingIdentity, signal },
        deps.similarity,
      )),
      split: split.map(({ passageId, sentences }) => [passageId, sentences] as const),
    };
  };
  const [{ results, rivals, replies, signals, split, degraded }, more] = await Promise.all([
    search(question),
    paraphrase === null ? null : search(paraphrase),
  ]);
  const recalled = withParaphrased(results, more?.results ?? []);
  const known = new Set(recalled.map(({ passageId }) => passageId));
  const close = await readClosely(
    deps,
    {
      results: recalled,
      rivals: rivals.filter(({ passageId }) => !known.has(passageId)),
      split: new Map([...split, ...(more?.split ?? [])]),
    },
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
    results:
      understanding.profile === null
        ? close.results.filter(
            ({ passageId }, place) => place < resultsKept || talkedOf.includes(passageId),
          )
        : close.results,
    replies:
      deps.similarity.identity === store.embeddingIdentity
        ? replies
        : replies.map(({ question: before, passage }) => ({ question: before, passage })),
    signals,
    degraded: [...new Set([...degraded, ...(more?.degraded ?? [])])],
  };
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

export function asksForKnowledge({ occasion, aspect, aboutUser }: Understanding): boolean {
  return occasion === null && aspect === null && aboutUser !== 'all';
}
