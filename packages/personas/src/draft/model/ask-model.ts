import { joinSignals, ExpectedError } from '@personate/contracts';
import { derivePrompt } from '../../prompts/derive/derive-prompt.ts';
import type { PooledDocument } from '../told/sentence-pool.ts';
import { chooseExcerpts, mostExcerpts, type Excerpt } from './choose-excerpts.ts';
import type { DraftModel } from './draft-model.ts';
import { sectionSchemas, type ModelDraft, type SectionName } from './model-draft.ts';

const maxTokens = 900;
const leastExcerpts = 3;
/** A model that is too slow for all of them is shown fewer, but not fewer than that. */
const fewestShown = 6;
/** In the order of what is missed most when time runs out. */
const sections: readonly SectionName[] = ['traits', 'voice', 'goals', 'skills', 'summary', 'life'];

export interface ModelRead {
  draft: ModelDraft;
  excerpts: Partial<Record<SectionName, Excerpt[]>>;
  /** What the model was not asked, did not say, or said in vain, for the operator. */
  notes: string[];
}

/**
 * Asks a model section by section, each within its share of the time that is left: what a slow one has said by then is
 * kept, and it is shown less of the next. One that fails loses the rest of the sections and nothing else; what was wrong
 * in an answer is said.
 */
export async function askModel(
  {
    model,
    name,
    documents,
  }: { model: DraftModel; name: string; documents: readonly PooledDocument[] },
  { stop, withinMs }: { stop: AbortSignal; withinMs: number },
): Promise<ModelRead> {
  const read: ModelRead = { draft: {}, excerpts: {}, notes: [] };
  const endsAt = performance.now() + withinMs;
  const deadline = AbortSignal.timeout(withinMs);
  let sent = 0;
  let most = mostExcerpts;
  for (const [place, section] of sections.entries()) {
    const excerpts = chooseExcerpts(documents, section, most);
    if (excerpts.length < leastExcerpts) continue;
    const shareMs = (endsAt - performance.now()) / (sections.length - place);
    const endsBy = AbortSignal.timeout(Math.max(0, Math.floor(shareMs)));
    const { signal, release } = joinSignals(stop, deadline);
    try {
      const { value, lost } = await askSection({ model, name, section, excerpts, endsBy }, signal);
      if (endsBy.aborted) most = Math.max(fewestShown, Math.floor(most / 2));
      sent += excerpts.length;
      read.excerpts[section] = excerpts;
      if (value !== null) Object.assign(read.draft, { [section]: value });
      if (value === null)
        read.notes.push(
          `The model gave nothing usable on ${section}${endsBy.aborted ? ' in its time' : ''}.`,
        );
      else if (lost.length > 0)
        read.notes.push(
          `Of the model’s answer on ${section} this was not usable: ${lost.slice(0, 5).join('; ')}.`,
        );
    } catch (error) {
      stop.throwIfAborted();
      if (!deadline.aborted && !(error instanceof ExpectedError)) throw error;
      const why = error instanceof ExpectedError ? error.message : 'Its time was up.';
      read.notes.push(`The model was not heard on ${sections.slice(place).join(', ')}: ${why}`);
      break;
    } finally {
      release();
    }
  }
  if (sent > 0) read.notes.unshift(`${model.name} read ${sent} excerpts of public texts.`);
  return read;
}

function askSection(
  {
    model,
    name,
    section,
    excerpts,
    endsBy,
  }: {
    model: DraftModel;
    name: string;
    section: SectionName;
    excerpts: readonly Excerpt[];
    endsBy: AbortSignal;
  },
  signal: AbortSignal,
): Promise<{ value: unknown; lost: string[] }> {
  const messages = derivePrompt.messages({ name, section, excerpts });
  return model.ask<unknown>(
    { name: section, messages, schema: sectionSchemas[section], maxTokens, endsBy },
    signal,
  );
}
