import type { Decision, Reason, SearchResult } from '@personate/contracts';
import type { Occasion, PersonaAspect, ProfileQuestion } from '@personate/language';
import type { Told } from './choose-memories.ts';

/** What the turn is to do, settled before anything is said. */
export interface Verdict {
  decision: Decision;
  reason?: Reason;
  occasion?: Occasion;
  aspect?: PersonaAspect;
  /** It is answered by what has the shape of an answer to this. */
  profile?: ProfileQuestion;
  /** The persona's own typical response, or its joke: said as it is; with `from-persona` where no document tells it. */
  line?: string;
  /** The passage that was said in answer to the very question: it is told as it stands. */
  tells?: string;
  /** Only what was told last may answer it, where it holds what is asked for; else it is declined for this reason. */
  orElse?: Reason;
  /** 0..1; how sure it is that the evidence bears on the question. */
  confidence: number;
  evidence: readonly SearchResult[];
  memories: readonly Told[];
}
