import type { Document, PersonaDocument } from '@personate/contracts';
import { personaDocumentSchema } from '@personate/contracts';
import { askModel, type ModelRead } from './model/ask-model.ts';
import type { DraftModel } from './model/draft-model.ts';
import { fillPersona } from './fill-persona.ts';
import { surveyDocuments, type Survey } from './survey-documents.ts';
import type { Quote } from './told/told-item.ts';

export interface DraftInput {
  current: PersonaDocument;
  /** The persona's documents, each once, in any order. */
  documents: AsyncIterable<Document> | Iterable<Document>;
  signal?: AbortSignal;
  /** Reads excerpts of what everybody may read; without it the draft is made by counting alone. */
  model?: DraftModel;
  /** How long the model may take in all; then the draft is made of what it said until then. */
  modelMs?: number;
}

export interface DraftItem {
  /** As in `diffPersona`: `persona.voice.rhythm`, `skills.skills[Pilot]`. */
  path: string;
  value: unknown;
  /** External ids of documents it rests on, a few of them; empty for what all own words show together. */
  evidence: string[];
  /** Some of their words. */
  quotes: Quote[];
  /** 0..1. */
  confidence: number;
  /** What was counted, in words. */
  basis?: string;
  from: 'counting' | 'model';
}

export interface PersonaDraft {
  document: PersonaDocument;
  /** What the draft adds to the current document; empty when nothing does. */
  items: DraftItem[];
  /** What could not be drafted and why, for the operator. */
  notes: string[];
}

/**
 * A persona drafted from its documents by counting and reading patterns: voice, traits and temperament
 * from its own words only, typical responses from replies it really gave, its life, people, goals and skills from career
 * entries and from what texts tell of it, what it knows and until when.
 * It fills what is empty and adds to lists that it drafted itself (their items carry evidence); what an operator wrote
 * stays. The same documents give the same draft, whatever their order. A model, where there is one, reads excerpts of
 * them beside that; what it says without an excerpt that bears it out is left out.
 */
export async function draftPersona(input: DraftInput): Promise<PersonaDraft> {
  const survey = await surveyDocuments(input.documents, input.signal);
  const read = input.model === undefined ? undefined : await heard(input, input.model, survey);
  const draft = fillPersona(input.current, survey, read);
  return { ...draft, document: personaDocumentSchema.parse(draft.document) };
}

const defaultModelMs = 480_000;

function heard(
  { current, signal, modelMs = defaultModelMs }: DraftInput,
  model: DraftModel,
  survey: Survey,
): Promise<ModelRead> {
  return askModel(
    { model, name: current.name, documents: survey.told.documents() },
    { stop: signal ?? new AbortController().signal, withinMs: modelMs },
  );
}
