import { joinSignals, ExpectedError } from '@personate/contracts';
import { derivePrompt } from '../../prompts/derive/derive-prompt.ts';
import type { PooledDocument } from '../told/sentence-pool.ts';
import { chooseExcerpts, type Excerpt } from './choose-excerpts.ts';
import type { DraftModel } from './draft-model.ts';
import { sectionSchemas, type ModelDraft, type SectionName } from './model-draft.ts';

const maxTokens = 900;
const leastExcerpts = 3;
/** In the order of what is missed most when time runs out. */
const sections: readonly SectionName[] = ['traits', 'voice', 'goals', 'skills', 'summary', 'life'];

export interface ModelRead {
  draft: ModelDraft;
  excerpts: Partial<Record<SectionName, Excerpt[]>>;
  /** What the model was not asked, did not say, or said in vain, for the operator. */
  notes: string[];
}

/**
 * Asks a model section by section. One that fails, or runs out of time, loses the rest of the sections and nothing
 * else; what was wrong in an answer is said.
 */
export async function askModel(
  {
    model,
    name,
    documents,
  }: { model: DraftModel; name: string; documents: readonly PooledDocument[] },
  signals: { stop: AbortSignal; deadline: AbortSignal },
): Promise<ModelRead> {
  const read: ModelRead = { draft: {}, excerpts: {}, notes: [] };
  let sent = 0;
  for (const [place, section] of sections.entries()) {
    const excerpts = chooseExcerpts(documents, section);
    if (excerpts.length < leastExcerpts) continue;
    const { signal, release } = joinSignals(signals.stop, signals.deadline);
    try {
      const { value, lost } = await askSection({ model, name, section, excerpts }, signal);
      sent += excerpts.length;
      read.excerpts[section] = excerpts;
      if (value !== null) Object.assign(read.draft, { [section]: value });
      if (value === null) read.notes.push(`The model gave nothing usable on ${section}.`);
      else if (lost.length > 0)
        read.notes.push(
          `Of the model’s answer on ${section} this was not usable: ${lost.slice(0, 5).join('; ')}.`,
        );
    } catch (error) {
      signals.stop.throwIfAborted();
      if (!signals.deadline.aborted && !(error instanceof ExpectedError)) throw error;
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
  }: { model: DraftModel; name: string; section: SectionName; excerpts: readonly Excerpt[] },
  signal: AbortSignal,
): Promise<{ value: unknown; lost: string[] }> {
  const messages = derivePrompt.messages({ name, section, excerpts });
  return model.ask<unknown>(
    { name: section, messages, schema: sectionSchemas[section], maxTokens },
    signal,
  );
}
