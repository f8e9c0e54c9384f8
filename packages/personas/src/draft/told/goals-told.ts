import { contentWords, sameWord } from '../../words/content-words.ts';
import { splitWords } from '../../words/split-words.ts';
import type { PooledSentence } from './sentence-pool.ts';
import { capital, firstClause, neutral, saidOfPersona, theirs, type Teller } from './teller.ts';
import { evidenceOf, type Quote } from './told-item.ts';

export interface GoalTold {
  goal: string;
  priority: number;
  evidence: string[];
  quotes: Quote[];
  confidence: number;
}

const mostGoals = 8;

/** "I want to", "she had hoped to": what is wanted follows. */
const wanting =
  /^(?:'d|'m|'ve)?\s*(?:(?:still|also|only|really|just|would|do|am|have|had|has|was|is|always|one day|dearly|most of all|now)\s+)*(?:(?:want(?:ed|s)?|hope[ds]?|hoping|plan(?:s|ned)?|planning|intend(?:s|ed)?|aim(?:s|ed)?|wish(?:es|ed)?|long(?:s|ed)?|like|love|resolved?|determined|saving up|working|trying)\s+to|(?:dream(?:s|t|ed)?|dreaming) of)\s+(?<what>.+)$/u;
/** What one wants to do in the conversation itself, or this very day, is no goal in life. */
const passing =
  /^(?:say|tell|ask|thank|add|(?:hear|know|see) (?:you|your|it|that|this|how|what|if|why|more|from|about|them)|be (?:clear|honest|fair|sure)|go (?:to bed|home|out)|sleep|eat|drink|think|believe|show|mention|point|share|congratulate|apologi[sz]e|talk|speak|chat|meet|catch|check|do (?:that|it|this|so)|have (?:a|some|one)|get (?:it|that|there)|come|try|hug|cry|laugh|explain|answer|call|give you|help you|remind|understand|remember|forget|sit|look|listen|stay|make sure|keep (?:it|you)|die|be (?:told|asked|called|seen|there|with))\b/iu;

/** What somebody wants, in their own words or others'; what they come back to first. */
export function goalsTold(sentences: readonly PooledSentence[], teller: Teller): GoalTold[] {
  const stated = { by: statedBy('by', teller), about: statedBy('about', teller) };
  const found = sentences.flatMap((sentence) => {
    const goal = goalIn(sentence, teller, stated[sentence.stance]);
    return goal === undefined ? [] : [{ ...goal, words: contentWords(goal.text, 'en'), sentence }];
  });
  const groups: Array<Array<(typeof found)[number]>> = [];
  for (const one of found) {
    const group = groups.find((others) => others.some((other) => areAlike(one.words, other.words)));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups
    .map((group) => {
      const ordered = group.toSorted((a, b) => Number(b.isStated) - Number(a.isStated));
      const [first] = ordered;
      const times = new Set(group.map(({ sentence }) => sentence.documentId)).size;
      const isOwn = group.some(({ sentence }) => sentence.stance === 'by');
      return {
        goal: first?.text ?? '',
        priority: times >= 3 || first?.isStated === true ? 2 : 3,
        times,
        last: group.map(({ sentence }) => sentence.at ?? '').reduce((a, b) => (a > b ? a : b), ''),
        isStated: first?.isStated === true,
        confidence: Math.min(
          0.8,
          (isOwn ? 0.5 : 0.4) + 0.1 * (times - 1) + (first?.isStated === true ? 0.15 : 0),
        ),
        ...evidenceOf(ordered.map(({ sentence }) => sentence)),
      };
    })
    .toSorted(
      (a, b) =>
        b.times - a.times ||
        Number(b.isStated) - Number(a.isStated) ||
        (a.last > b.last ? -1 : a.last < b.last ? 1 : a.goal < b.goal ? -1 : 1),
    )
    .slice(0, mostGoals)
    .map(({ goal, priority, evidence, quotes, confidence }) => ({
      goal,
      priority,
      evidence,
      quotes,
      confidence,
    }));
}

/** "My goal is to", "her ambition was to". */
function statedBy(stance: PooledSentence['stance'], teller: Teller): RegExp {
  return new RegExp(
    String.raw`\b${theirs(stance, teller)} (?:\w+ )?(?:goal|aim|dream|ambition|plan|hope|wish|purpose)s? (?:is|was|are|were|remains?|had been|has been|has always been|was always) (?:still |always |simply )?to (?<what>.+)$`,
    'u',
  );
}

function goalIn(
  sentence: PooledSentence,
  teller: Teller,
  stated: RegExp,
): { text: string; isStated: boolean } | undefined {
  if (sentence.text.includes('?')) return undefined;
  const noun = stated.exec(sentence.text);
  const said = noun === null ? saidOfPersona(sentence, teller) : undefined;
  const what = noun?.groups?.['what'] ?? wantingIn(said?.predicate);
  if (what === undefined) return undefined;
  const text = neutral(firstClause(what)).replace(/^(?:just|only|also|still) /u, '');
  const words = splitWords(text, 'en').length;
  if (words < 3 || words > 20 || passing.test(text) || /\b(?:you|your|it)\b/iu.test(text))
    return undefined;
  return { text: capital(text), isStated: noun !== null };
}

function wantingIn(predicate: string | undefined): string | undefined {
  if (
    predicate === undefined ||
    /\b(?:not|n't|never|used to)\b|n't\b/iu.test(predicate.slice(0, 30))
  )
    return undefined;
  return wanting.exec(predicate)?.groups?.['what'];
}

function areAlike(a: readonly string[], b: readonly string[]): boolean {
  const shared = a.filter((word) => b.some((other) => sameWord(word, other))).length;
  return shared >= 2 && shared >= 0.5 * Math.min(a.length, b.length);
}
