import type { ConsentState, Memory, PersonaVersion, Turn } from '@personate/contracts';
import type { RecallDeps, RecallInput, RecallResult } from '@personate/knowledge';
import type { Prompt, PromptInput } from '@personate/personas';
import type { Speaker } from '@personate/language';
import type { AspectDeps } from './aspects/aspect-settings.ts';
import type { PersonaWatch } from './consent/persona-watch.ts';
import type { Similarity } from './similarity.ts';
import type { ToneHeads } from './tone/tone-heads.ts';

/** A persona as a turn needs it, read once at the turn's start so that the turn is of one piece. */
export interface ServingPersona {
  /** Never used again, as the id may be. */
  uid: string;
  version: PersonaVersion;
  knowledgeRevision: number;
  /** By the head, whichever version this is. */
  consent: ConsentState;
  /** Of a model that was tuned on its own words and speaks for it; absent: the server's does. */
  tunedModel?: string;
}

export interface AnswerTurnDeps extends AspectDeps {
  personas: {
    /** @throws personaMissing; ExpectedError `persona.archived`, `persona.version-missing`. */
    serving(personaId: string, version?: number): Promise<ServingPersona>;
    /** Whether the first of its documents are still being read. */
    isLoading(persona: { personaId: string; uid: string }): Promise<boolean>;
  };
  /** One a process. */
  personaWatch: Pick<PersonaWatch, 'watch'>;
  knowledge: {
    /**
     * Reader of the persona's serving generation, with the embedder that made it; empty persona: an empty reader.
     * @throws ExpectedError `knowledge.identity-mismatch` where this server has no such embedder
     */
    open(personaId: string, signal: AbortSignal): Promise<RecallDeps>;
  };
  /** `recall` of the knowledge package. */
  recall(deps: RecallDeps, input: RecallInput): Promise<RecallResult>;
  /** `analyse` of the knowledge package: content terms of a text, stemmed. */
  analyse(text: string, language: string): string[];
  /** Made by `createSimilarity`; share it with the extractive speaker, so that a sentence is embedded once. */
  similarity: Similarity;
  /** `buildPrompt` of the personas package. */
  buildPrompt(input: PromptInput): Prompt;
  speaker: Speaker;
  /** Who speaks by a tuned model; absent: no model speaks here, tuned or not. */
  tunedSpeaker?: (model: string) => Speaker;
  /** Says what is settled by rules (declines, what it is), and speaks when `speaker` fails before its first word. */
  fallback: Speaker;
  /** Times that a reply may be asked for again of which too little is left, for personas that do not say; absent: none. */
  regenerate?: number;
  /** Absent: no tone is learnt. */
  tone?: Pick<ToneHeads, 'ready'>;
  /** Absent: nothing is made up, whatever the policy. */
  improvisations?: {
    /** What a fictional persona made up of its own life, as a document of its own words. */
    record(made: {
      personaId: string;
      documentId: string;
      author: string;
      text: string;
      /** Groups that may hear of it; empty: everybody. */
      audience: readonly string[];
    }): Promise<void>;
  };
  memories: {
    /** Active memories about this user, newest first, at most `limit`. */
    active(personaId: string, userId: string, limit: number): Promise<Memory[]>;
  };
  turns: {
    /**
     * Stores the turn and its conversation (created unless it is there) in one transaction; a turn that
     * `replaces` another marks that one replaced. Idempotent by turnId. False: nothing is stored, for the user was
     * erased since the question came.
     */
    append(
      turn: Turn,
      options: { keyId: string; replaces?: string; askedAt?: string },
    ): Promise<boolean>;
    /** Complete turns of the conversation, oldest first, the last `limit`. */
    recent(conversationId: string, limit: number): Promise<Turn[]>;
    /** The conversation of this key, user and persona whose last turns match the given texts, for clients that send no id. */
    findByHistory(query: {
      personaId: string;
      keyId: string;
      userId: string | null;
      lastUser: string;
      lastAssistant: string;
    }): Promise<{ conversationId: string; turnId: string } | null>;
    /** A stored turn of that conversation that answers the same question last (a regeneration). */
    lastOf(conversationId: string): Promise<Turn | null>;
    /** Whose conversation it is; null when there is none. */
    owner(
      conversationId: string,
    ): Promise<{ personaId: string; keyId: string; userId: string | null } | null>;
  };
  evolution: { poke(persona: { personaId: string }): Promise<void> };
  newId: () => string;
  now: () => Date;
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
}
