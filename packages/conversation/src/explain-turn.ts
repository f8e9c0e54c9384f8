import { createHash } from 'node:crypto';
import { requireConsent, type Explanation } from '@personate/contracts';
import {
  budgets,
  shownEvidence,
  shownIn,
  shownModules,
  tokenizer,
  type CountTokens,
  type Prompt,
} from '@personate/personas';
import type { AnswerTurnInput } from './answer-turn-types.ts';
import type { AnswerTurnDeps } from './deps.ts';
import { detectHousekeeping } from './housekeeping/detect-housekeeping.ts';
import { explainChore } from './housekeeping/explain-chore.ts';
import { prepareTurn, type PreparedTurn } from './prepare-turn.ts';
import { spokenBy } from './spoken-by.ts';

/**
 * Everything of a turn before its first word, told instead of spoken: nothing is stored, and no model is asked to
 * speak; what is set to understand or to judge by a model of its own does.
 * @throws what `answerTurn` throws before its first event, but for a persona that is still loading.
 */
export async function explainTurn(
  deps: AnswerTurnDeps & { countTokens: CountTokens },
  input: AnswerTurnInput,
): Promise<Explanation> {
  const serving = await deps.personas.serving(input.personaId, input.version);
  requireConsent(input.personaId, serving.consent);
  if (detectHousekeeping(input.messages) !== null)
    return explainChore(input.messages, serving, input.style);
  const spoken = spokenBy(deps, serving);
  const turn = await prepareTurn(spoken, input, serving, performance.now());
  const { verdict, prompt, understanding, request } = turn;
  const speaker = prompt === null ? spoken.fallback : spoken.speaker;
  return {
    personaId: serving.version.personaId,
    version: serving.version.version,
    knowledgeRevision: serving.knowledgeRevision,
    question: turn.asked,
    understood: understanding.question,
    language: understanding.language,
    style: turn.style,
    aspects: {
      ...turn.aspectsDone,
      models: modelsOf(turn),
      humorous: turn.humour.lines,
    },
    decision: verdict.decision,
    ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
    confidence: verdict.confidence,
    speaker: speaker.name,
    ...(speaker.model === undefined ? {} : { model: speaker.model }),
    sent: speaker.model !== undefined,
    tokenizer,
    prompt: prompt === null ? null : await counted(deps.countTokens, prompt),
    modules: prompt === null ? [] : shownModules(request.persona, prompt),
    evidence: evidenceOf(turn),
    memories: memoriesOf(turn),
  };
}

function modelsOf({ aspects }: PreparedTurn): NonNullable<Explanation['aspects']>['models'] {
  const { understanding, tone, humour } = aspects;
  return {
    ...(understanding.model === null ? {} : { understanding: understanding.model.name }),
    ...(tone.model === null ? {} : { tone: tone.model.name }),
    ...(humour.model === null ? {} : { humour: humour.model.name }),
  };
}

async function counted(
  countTokens: CountTokens,
  { messages, parts }: Prompt,
): Promise<NonNullable<Explanation['prompt']>> {
  const texts = [...messages.map(({ content }) => content), ...parts.map(({ text }) => text)];
  const counts = await countTokens(texts);
  const ofMessages = messages.map((message, n) => ({ ...message, tokens: counts[n] ?? 0 }));
  return {
    tokens: ofMessages.reduce((sum, { tokens }) => sum + tokens, 0),
    budget: Object.values(budgets).reduce((sum, tokens) => sum + tokens, 0),
    stable: {
      tokens: ofMessages[0]?.tokens ?? 0,
      sha256: createHash('sha256')
        .update(messages[0]?.content ?? '')
        .digest('hex'),
    },
    messages: ofMessages,
    parts: parts.map(({ name, stable, text, tokens, budget, prompt }, n) => ({
      name,
      stable,
      tokens: counts[messages.length + n] ?? 0,
      estimated: tokens,
      budget,
      prompt,
      text,
    })),
  };
}

function evidenceOf({ request, prompt }: PreparedTurn): Explanation['evidence'] {
  const shown = prompt === null ? [] : shownEvidence(request.evidence);
  return request.evidence.map(
    ({ passageId, documentId, source, kind, stance, at, score, text }, index) => {
      const record = shown[index];
      return {
        n: index + 1,
        passageId,
        documentId,
        source,
        kind,
        stance,
        at,
        score,
        shown: record === undefined ? 'left-out' : record.cut ? 'cut' : 'whole',
        text,
      };
    },
  );
}

function memoriesOf({ request, prompt }: PreparedTurn): Explanation['memories'] {
  const part = prompt?.parts.find(({ name }) => name === 'memory')?.text ?? '';
  return request.memories.map(({ id, text }) => ({
    id,
    text,
    shown: shownIn(part.replaceAll(/\s+/g, ' '), [text]),
  }));
}
