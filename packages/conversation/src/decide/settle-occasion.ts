import type { Decision, Reason } from '@personate/contracts';
import type { Occasion } from '@personate/language';

interface Settled {
  decision: Decision;
  reason: Reason;
  occasion: Occasion;
}

/** What an occasion that asks for no knowledge comes to; exhaustive, so that a new one must be settled here. */
export function settleOccasion(occasion: Occasion | null): Settled | null {
  switch (occasion) {
    case null:
      return null;
    case 'nonsense':
      return { decision: 'declined', reason: 'not-understood', occasion };
    case 'now':
      return { decision: 'declined', reason: 'about-now', occasion };
    // Declined is by rules: need is never left to a model.
    case 'in-crisis':
    // It cannot come along, and says so: what it is made of is the reason.
    case 'invitation':
    // What is kept of users is erased by those who run it, not by a sentence that a stranger may have written.
    case 'forget-me':
      return { decision: 'declined', reason: 'small-talk', occasion };
    case 'unknown-about-you':
    case 'tell-more':
      return { decision: 'declined', reason: 'no-evidence', occasion };
    case 'are-you-real':
      return { decision: 'answered', reason: 'synthetic-identity', occasion };
    case 'who-are-you':
      return { decision: 'answered', reason: 'from-persona', occasion };
    case 'greeting':
    case 'thanks':
    case 'farewell':
    case 'how-are-you':
    case 'compliment':
    case 'insult':
    case 'apology':
    case 'acknowledgement':
    case 'statement':
    case 'correction':
    case 'disagreement':
    case 'how-do-you-know':
    case 'missed-the-point':
    case 'feeling-low':
    case 'feeling-glad':
    case 'do-you-like-me':
    case 'joke':
    case 'in-love':
    case 'help':
      return { decision: 'answered', reason: 'small-talk', occasion };
  }
}
