import {
  characterPrompt,
  decisionPrompt,
  evidencePrompt,
  examplesPrompt,
  goalsPrompt,
  humourPrompt,
  limitsPrompt,
  memoryPrompt,
  questionPrompt,
  rulesPrompt,
  skillsPrompt,
  stylePrompt,
  voicePrompt,
} from '../prompts/index.ts';
import { budgets, cutToLines, cutToTokens, type BudgetedPart } from './budgets.ts';
import { relevantSkills, shownResponses, similarResponses } from './choose-relevant.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { fitHistory } from './fit-history.ts';
import type { Prompt, PromptInput, PromptPart, PromptTemplate } from './prompt-types.ts';

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
  return {
    messages: [
      { role: 'system', content: joined(stable) },
      ...history,
      { role: 'user', content: joined(turn) },
    ],
    parts: [...stable, ...historyPart(history), ...turn],
  };
}

function stableParts(document: PromptInput['document']): PromptPart[] {
  const part = (name: BudgetedPart, template: Named, text: string) =>
    partOf(name, text, { template, stable: true });
  return [
    part(
      'character',
      characterPrompt,
      cutToLines(characterPrompt.render(document), budgets.character),
    ),
    part('goals', goalsPrompt, cutToLines(goalsPrompt.render(document.goals), budgets.goals)),
    part(
      'voice',
      voicePrompt,
      cutToLines(voicePrompt.render(document.persona.voice), budgets.voice),
    ),
    part(
      'limits',
      limitsPrompt,
      cutToLines(limitsPrompt.render(document.knowledgeLimits), budgets.limits),
    ),
    part('rules', rulesPrompt, rulesPrompt.render(document)),
  ].flat();
}

function turnParts(input: PromptInput): PromptPart[] {
  const { document, question, language } = input;
  const { asOf, beyond, enabled } = document.knowledgeLimits;
  const asked = cutToTokens(question, budgets.question);
  const examples =
    input.examples ?? similarResponses(document.persona.typicalResponses, asked, language);
  const part = (name: BudgetedPart, template: Named, text: string) =>
    partOf(name, text, { template, stable: false });
  return [
    part(
      'responses',
      examplesPrompt,
      examplesPrompt.render(
        examples.slice(0, shownResponses).map((example) => ({
          ...example,
          prompt: cutToTokens(example.prompt, budgets.responses / 8),
          response: cutToTokens(example.response, budgets.responses / 8),
        })),
      ),
    ),
    part(
      'skills',
      skillsPrompt,
      cutToTokens(
        skillsPrompt.render(relevantSkills(document.skills.skills, asked, language)),
        budgets.skills,
      ),
    ),
    // A persona whose knowledge ends at a date lives before it: the real day would only mislead it.
    asOf !== undefined && enabled ? [] : dateParts(input.today),
    part(
      'evidence',
      evidencePrompt,
      evidencePrompt.render({ evidence: input.evidence, tokens: budgets.evidence }),
    ),
    part(
      'memory',
      memoryPrompt,
      memoryPrompt.render({ memories: input.memories, tokens: budgets.memory }),
    ),
    part(
      'decision',
      decisionPrompt,
      decisionPrompt.render({
        decision: input.decision,
        reason: input.reason,
        beyond,
        language,
      }),
    ),
    part('style', stylePrompt, stylePrompt.render(input.style ?? usual)),
    part(
      'humour',
      humourPrompt,
      input.humour === undefined ? '' : humourPrompt.render(input.humour),
    ),
    part('question', questionPrompt, questionPrompt.render(asked)),
  ].flat();
}

/** The dial's middle, at which the voice module alone speaks. */
const usual = 0.7;

type Named = Pick<PromptTemplate<never>, 'name' | 'version'>;

/** None where there is nothing to say. */
function partOf(
  name: BudgetedPart,
  text: string,
  { template, stable }: { template: Named | null; stable: boolean },
): PromptPart[] {
  if (text === '') return [];
  const prompt = template === null ? null : { name: template.name, version: template.version };
  return [{ name, text, tokens: estimateTokens(text), budget: budgets[name], stable, prompt }];
}

function dateParts(today: string): PromptPart[] {
  const text = `Today is ${today.slice(0, 10)}.`;
  const tokens = estimateTokens(text);
  return [{ name: 'today', text, tokens, budget: null, stable: false, prompt: null }];
}

function historyPart(history: Prompt['messages']): PromptPart[] {
  const text = history.map(({ role, content }) => `${role}: ${content}`).join('\n');
  return partOf('history', text, { template: null, stable: false });
}

function joined(all: readonly PromptPart[]): string {
  return all.map(({ text }) => text).join('\n\n');
}
