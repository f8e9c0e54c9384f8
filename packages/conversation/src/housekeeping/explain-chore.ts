import { usualStyle, type Explanation } from '@personate/contracts';
import { homeLanguage, type ChatMessage } from '@personate/language';
import { tokenizer } from '@personate/personas';
import type { ServingPersona } from '../deps.ts';

/** A client's chore is answered by rules: nothing is looked up for it, and no prompt is made. */
export function explainChore(
  messages: readonly ChatMessage[],
  { version, knowledgeRevision }: ServingPersona,
  style?: number,
): Explanation {
  const { personaId, document } = version;
  const asked = messages.at(-1)?.content ?? '';
  return {
    personaId,
    version: version.version,
    knowledgeRevision,
    question: asked,
    understood: asked,
    language: homeLanguage(document),
    style: style ?? document.persona.voice.style ?? usualStyle,
    decision: 'answered',
    reason: 'housekeeping',
    confidence: 0,
    speaker: 'rules',
    sent: false,
    tokenizer,
    prompt: null,
    modules: [],
    evidence: [],
    memories: [],
  };
}
