import {
  detectLanguage,
  hasOwnJokes,
  humourOf,
  isPainful,
  offLimitsOf,
  readableSentences,
  turnSeed,
  whyUnfit,
  type ChatMessage,
} from '@personate/language';
import type { PersonaDocument } from '@personate/contracts';
import type { Verdict } from '../decide/decision-types.ts';
import type { AnswerTurnDeps } from '../deps.ts';
import { recallEvidence } from '../recall-evidence.ts';
import { selfNames } from '../understand/self-names.ts';
import type { Understanding } from '../understand/understand-question.ts';

/** What is sought where a laugh is all that was asked for. */
const sought = 'The funniest thing that happened to me. It made everybody laugh. It was absurd.';
/** What is told for a joke must be one plainly. */
const plainlyHumorous = 0.5;

/**
 * Asked for a joke, a persona for whom none was written tells something humorous of its own, with its document.
 * null: it has nothing; the lines for the occasion say so.
 */
export async function findJoke(
  deps: Pick<AnswerTurnDeps, 'knowledge' | 'recall' | 'similarity' | 'analyse'>,
  input: {
    persona: PersonaDocument;
    understanding: Understanding;
    history: readonly ChatMessage[];
    audience: readonly string[];
    signal: AbortSignal;
  },
): Promise<Verdict | null> {
  const { persona, understanding, history, audience, signal } = input;
  const { language, asked } = understanding;
  if (understanding.occasion !== 'joke' || hasOwnJokes(persona, language)) return null;
  const recalled = await recallEvidence(deps, {
    persona,
    understanding: { ...understanding, occasion: null, question: sought, paraphrase: null },
    audience,
    signal,
  });
  const touches = offLimitsOf(persona, deps.analyse);
  const said = history.map(({ content }) => content).join('\n');
  const spoken = persona.persona.voice.languages;
  const jokes = (recalled?.read ?? [])
    .filter(({ stance, text }) => stance === 'by' && detectLanguage(text, spoken) === language)
    .flatMap((source) =>
      readableSentences(source.text, language)
        .filter(
          (line) =>
            humourOf(line, language) >= plainlyHumorous &&
            whyUnfit(line, language, selfNames(persona)) === null &&
            !isPainful(line, language) &&
            touches?.(line, language) !== true &&
            !said.includes(line),
        )
        .map((line) => ({ line, source })),
    );
  const joke = jokes[turnSeed(asked, history) % (jokes.length || 1)];
  if (joke === undefined) return null;
  return {
    decision: 'answered',
    line: joke.line,
    confidence: 1,
    evidence: [joke.source],
    memories: [],
  };
}
