import type { AspectsReport } from '@personate/contracts';
import { offLimitsOf } from '@personate/language';
import type { PromptInput } from '@personate/personas';
import type { AnswerTurnDeps } from '../deps.ts';
import type { Aspects } from './aspect-settings.ts';
import { chooseHumour, type HumorousLine } from './choose-humour.ts';
import { humourByModel } from './humour-by-model.ts';
import type { MomentInput } from './humour-moment.ts';

export interface FoundHumour {
  report: AspectsReport['humour'];
  /** Own humorous words on what was asked; none where it is not called for. */
  lines: HumorousLine[];
  /** For a prompt; absent where nothing is to be said of humour. */
  forPrompt?: NonNullable<PromptInput['humour']>;
}

const mostLines = 3;

/** Decides whether the moment and the persona call for humour, and finds the persona's own. */
export async function findHumour(
  deps: Pick<AnswerTurnDeps, 'similarity' | 'analyse' | 'speaker' | 'log'>,
  aspects: Pick<Aspects, 'humour' | 'timeoutMs'>,
  input: MomentInput,
  signal: AbortSignal,
): Promise<FoundHumour> {
  const { by } = aspects.humour;
  const moment = await humourByModel(deps, aspects, input, signal);
  const report = { by, ...moment };
  if (!moment.called) {
    const grave = moment.reason === 'painful' || moment.reason === 'feeling';
    return {
      report,
      lines: [],
      ...(grave ? { forPrompt: { called: false, grave, examples: [] } } : {}),
    };
  }
  const { persona, understanding, verdict, history } = input;
  const lines = await chooseHumour(deps, {
    persona,
    question: understanding.question,
    language: understanding.language,
    evidence: verdict.evidence,
    history,
    touches: offLimitsOf(persona, deps.analyse),
    most: mostLines,
    signal,
  });
  // A model knows the kind from the voice; by rules there must be words to say.
  const described = deps.speaker.model !== undefined && persona.persona.voice.humour !== undefined;
  if (lines.length === 0 && !described)
    return { report: { ...report, called: false, reason: 'nothing-humorous' }, lines };
  const examples = lines.map(({ text }) => text);
  return { report, lines, forPrompt: { called: true, grave: false, examples } };
}
