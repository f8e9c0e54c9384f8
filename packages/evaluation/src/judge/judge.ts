/** One reply, and what it may rest on. */
export interface JudgeCase {
  question: string;
  answer: string;
  /** Texts of the passages that it cites, or that it should have told. */
  evidence: readonly string[];
}

export interface Verdict {
  /** It answers what was asked. */
  answers: boolean;
  /** Everything that it tells stands in the evidence. */
  borneOut: boolean;
  /** It leaves out nothing of the evidence that the question asks for and that speaks against the person. */
  candid: boolean;
  why: string;
}

/** A model's opinion; null where it gave none that can be used. */
export type Judge = (one: JudgeCase, signal: AbortSignal) => Promise<Verdict | null>;
