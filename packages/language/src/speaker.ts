import type { ProfileQuestion } from './profile/profile-question.ts';
import type { Decision, PersonaDocument, Reason, SearchResult } from '@personate/contracts';

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** What a turn is that asks for no knowledge; also the keys of a persona's `knowledgeLimits.smallTalk`. */
export const occasions = [
  'greeting',
  'thanks',
  'farewell',
  'how-are-you',
  'who-are-you',
  'are-you-real',
  'in-crisis', // tells that they think of killing or hurting themselves
  'invitation',
  'now',
  'nonsense',
  'compliment',
  'insult',
  'apology',
  'acknowledgement',
  'statement', // tells something, asks nothing
  'correction', // says that a fact is wrong
  'disagreement', // holds something against what was said
  'how-do-you-know', // doubts what was said, or asks where it comes from
  'missed-the-point', // says that the question was not answered
  'forget-me', // wants what it told to be forgotten
  'feeling-low', // tells that they are sad, lonely, ill …
  'feeling-glad',
  'do-you-like-me',
  'joke', // wants to be made to laugh
  'in-love', // whether the persona ever was, where nothing tells
  'help', // what may be asked here
  'unknown-about-you', // asks what this user never told
  'tell-more', // asks on where nothing more is known
] as const;
export type Occasion = (typeof occasions)[number];

/** Which part of its own modules the persona is asked about. */
export type PersonaAspect = 'identity' | 'name' | 'skills' | 'goals' | 'traits' | 'timeline';

/** How much a text sounds like the persona, 0..1; `meaning` is the text whose embedding stands for it. */
export type ToneOf = (text: string, meaning: string) => number;

/** Whom or what a pronoun of the question stands for. */
export interface About {
  /** "your brother Tomas", "the Analytical Engine". */
  phrase: string;
  person: boolean;
}

export interface SpeakRequest {
  persona: PersonaDocument;
  /** As it was asked. */
  asked: string;
  /** What was asked, understood as standing alone. */
  question: string;
  /** An everyday question in the words of an answer; helps to find the sentences. */
  paraphrase?: string;
  /** It goes on from what was said last. */
  followUp?: boolean;
  /** Of somebody or something named before; absent: of nobody in particular, or nothing tells. */
  about?: About;
  /** What was told last goes on to answer it: "Why?", "Tell me more". */
  goesOn?: boolean;
  /** Keys of the documents that the last reply rests on. */
  recent?: ReadonlySet<string>;
  /** BCP 47 of the question. */
  language: string;
  decision: Decision;
  reason?: Reason;
  /** Only what was told last may answer it, where it holds what is asked for; else it is declined for this reason. */
  orElse?: Reason;
  /** With `small-talk`, `synthetic-identity`, `about-now`, `not-understood`: what for. */
  occasion?: Occasion;
  /** Told beside it: a feeling beside the question whether anybody is there. */
  also?: Occasion;
  /** The asker says "Sie", "usted". */
  formal?: boolean;
  /** With `from-persona`: what about. */
  aspect?: PersonaAspect;
  /** What everybody is asked: only what is of the right shape answers it. */
  profile?: ProfileQuestion;
  /** The persona's own typical response to that very question; with evidence, that is where it stands. */
  line?: string;
  /** The passage that was said in answer to the very question: it is told as it stands. */
  tells?: string;
  /** Best first; citation n is `evidence[n - 1]`. */
  evidence: readonly SearchResult[];
  memories: ReadonlyArray<{ id: string; text: string; quote: string }>;
  /** The conversation so far, oldest first, without the question. */
  history: readonly ChatMessage[];
  /** The whole prompt for a model: stable part, then evidence and memory as data, history, question. */
  prompt: readonly ChatMessage[];
  /** From 0 (plain) to 1 (the persona's full quirks). */
  style: number;
  /** The moment calls for humour: of what answers alike, what is humorous goes first. */
  humour?: boolean;
  /** The persona's tone over these texts, which are embedded for it; absent while none is known. */
  tone?: (meanings: readonly string[], signal: AbortSignal) => Promise<ToneOf>;
  temperature?: number;
  maxTokens?: number;
}

/** `cite` follows the text it supports. */
export type SpokenPart =
  | { type: 'text'; text: string }
  | { type: 'cite'; n: number }
  /**
   * Comes first, if at all: the evidence gave nothing that can be said, and what follows is a decline. `offers`: beside it
   * what is known nearby is told, and cited.
   */
  | { type: 'declined'; offers?: true }
  /** Comes last, if at all: it was stopped in the middle, and the last sentence may be unfinished. */
  | { type: 'cut' }
  | { type: 'usage'; promptTokens: number; completionTokens: number };

export interface Speaker {
  /** `extractive` or `endpoint`. */
  readonly name: string;
  readonly model?: string;
  /**
   * Streams the reply; whole words or sentences as they come.
   * @throws ExpectedError `model.timeout`, `model.throttled`, `model.unavailable`, `model.garbage`, `model.refused` — also in mid-stream.
   */
  speak(request: SpeakRequest, signal: AbortSignal): AsyncIterable<SpokenPart>;
}
