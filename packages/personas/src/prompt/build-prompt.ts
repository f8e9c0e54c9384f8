import {
  characterPrompt,
  decisionPrompt,
  evidencePrompt,
  examplesPrompt,
  goalsPrompt,
  limitsPrompt,
  memoryPrompt,
  questionPrompt,
  rulesPrompt,
  skillsPrompt,
  voicePrompt,
} from '../prompts/index.ts';
import type { BudgetedPart } from './budgets.ts';
import { budgets, cutToLines, cutToTokens, estimateTokens } from './budgets.ts';
import { relevantSkills, similarResponses } from './choose-relevant.ts';
import { fitHistory } from './fit-history.ts';
import type { Prompt, PromptInput, PromptPart } from './prompt-types.ts';

/**
 * The messages for a model: one system message that is byte-identical for every turn of a persona version (so that
 * an endpoint's prefix cache holds over it and the history), then the history, then one user message with
 * what this turn brings — examples, skills, evidence and memory as fenced data — and the question.
 * Data stands in the user's role: no endpoint gives it the weight of the system's.
 */
export function buildPrompt(input: PromptInput): Prompt {
  const stable = stableParts(input.document);
  const history = fitHistory(input.history, budgets.history);
  const turn = turnParts(input);
  const historyText = history.map(({ role, content }) => `${role}: ${content}`).join('\n');
  return {
    messages: [
      { role: 'system', content: joined(stable) },
      ...history,
      { role: 'user', content: joined(turn) },
    ],
    parts: [...stable, ...parts({ history: historyText }), ...turn],
  };
}

function stableParts(document: PromptInput['document']): PromptPart[] {
  return parts({
    character: cutToLines(characterPrompt.render(document), budgets.character),
    goals: cutToLines(goalsPrompt.render(document.goals), budgets.goals),
    voice: cutToLines(voicePrompt.render(document.persona.voice), budgets.voice),
    limits: cutToLines(limitsPrompt.render(document.knowledgeLimits), budgets.limits),
    rules: rulesPrompt.render(document),
  });
}

function turnParts(input: PromptInput): PromptPart[] {
  const { document, question, language } = input;
  const { asOf, beyond, enabled } = document.knowledgeLimits;
  const asked = cutToTokens(question, budgets.question);
  return parts({
    responses: examplesPrompt.render(
      similarResponses(document.persona.typicalResponses, asked, language).map((example) => ({
        ...example,
        prompt: cutToTokens(example.prompt, budgets.responses / 8),
        response: cutToTokens(example.response, budgets.responses / 8),
      })),
    ),
    skills: cutToTokens(
      skillsPrompt.render(relevantSkills(document.skills.skills, asked, language)),
      budgets.skills,
    ),
    // A persona whose knowledge ends at a date lives before it: the real day would only mislead it.
    today: asOf !== undefined && enabled ? '' : `Today is ${input.today.slice(0, 10)}.`,
    evidence: evidencePrompt.render({ evidence: input.evidence, tokens: budgets.evidence }),
    memory: memoryPrompt.render({ memories: input.memories, tokens: budgets.memory }),
    decision: decisionPrompt.render({
      decision: input.decision,
      reason: input.reason,
      beyond,
      language,
    }),
    question: questionPrompt.render(asked),
  });
}

function parts(texts: Partial<Record<BudgetedPart | 'today', string>>): PromptPart[] {
  return Object.entries(texts)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => ({ name, text, tokens: estimateTokens(text) }));
}

function joined(all: readonly PromptPart[]): string {
  return all.map(({ text }) => text).join('\n\n');
}
