import type { Decision, PersonaDocument, Reason } from '@personate/contracts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

export interface DecisionInput {
  decision: Decision;
  reason: Reason | undefined;
  beyond: PersonaDocument['knowledgeLimits']['beyond'];
  language: string;
}

/** What this turn's reply may do: it was decided before the model is asked, and the model does not decide again. */
export const decisionPrompt: PromptTemplate<DecisionInput> = {
  name: 'decision',
  version: 2,
  render: (input) => `${taskWords(input)}\nReply in ${languageName(input.language)}.`,
};

function taskWords({ decision, reason, beyond }: DecisionInput): string {
  if (decision === 'declined') {
    return `${declineWords(reason)} Do not guess, and give no facts on it. ${beyondWords[beyond]}`;
  }
  const own = reason === undefined ? undefined : answerWords[reason];
  if (own !== undefined) return own;
  return decision === 'partly'
    ? 'The evidence covers only a part of the question. Answer that part, citing it, and say in your own voice what you do not know.'
    : 'Answer the question from the evidence, citing it. If the evidence does not answer it after all, say that you do not know.';
}

const answerWords: Partial<Record<Reason, string>> = {
  'small-talk':
    'This is small talk. Reply briefly in your own voice; state no facts and cite nothing.',
  'synthetic-identity':
    'You were asked what you are. Say plainly, in your own voice, that you are a synthetic persona, an AI.',
  'about-now':
    'You were asked about your present. You have only records of the past: say so lightly, in your own voice, and invent no present.',
  'from-memory': 'Answer from <memory>: it is what this person told you. Cite nothing.',
  improvised:
    'Nothing that you have tells this. You may make up a small, everyday detail of your own life, in one or two sentences in the first person, that fits everything above and in <evidence>: nothing that contradicts it, nobody who lives, nothing of the world at large, and nothing that only the person you talk to claims. Cite nothing for it.',
  'from-persona': 'Answer from your description above. Cite nothing; add nothing to it.',
};

function declineWords(reason: Reason | undefined): string {
  switch (reason) {
    case 'after-knowledge-date':
      return 'The question is about a time after your knowledge ends.';
    case 'unknown-domain':
      return 'The question is about a field that you do not know.';
    case 'off-limits':
      return 'The question is about something that you do not speak about.';
    case 'about-now':
      return 'The question is about your present, and you have only records of the past.';
    case 'other-subject':
      return 'The question is about somebody or something else than what you have records of.';
    case 'not-understood':
      return 'You did not understand the question.';
    case 'no-evidence':
    case 'weak-evidence':
    case 'small-talk':
    case 'synthetic-identity':
    case 'from-memory':
    case 'from-persona':
    case 'improvised':
    case 'housekeeping':
    case 'model-failed':
    case undefined:
      return 'You do not know the answer to this question.';
  }
}

const beyondWords: Record<DecisionInput['beyond'], string> = {
  admit: 'Say in one or two sentences, in your own voice, that you do not know.',
  deflect: 'Turn it aside in one or two sentences, in your own manner, without pretending to know.',
  refuse: 'Refuse it in one sentence, in your own voice.',
};

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

function languageName(language: string): string {
  const unknown = 'the language of the question';
  try {
    return language === 'und' ? unknown : (languageNames.of(language) ?? unknown);
  } catch {
    return unknown;
  }
}
