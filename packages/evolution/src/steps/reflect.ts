import { setImmediate as breathe } from 'node:timers/promises';
import { contentWords, sameWord } from '@personate/personas';
import type { EvolveDeps } from '../deps.ts';
import type { Reflections, RunStart, SequencedTurn } from '../evolution-run.ts';
import { ownReply } from './own-reply.ts';
import { isLearntFrom } from './observe.ts';
import { readEarlierTurns } from './read-earlier-turns.ts';

/** A question shows something when it was asked so often; then again at twice that, in case the first time was in vain. */
const tellingCounts = [3, 6, 12, 24];
/** And by so many: nobody makes the persona speak by asking again and again. */
const leastAskers = 2;
const leastLikeness = 0.6;
const leastWords = 2;

/**
 * Which questions come again, over the last turns of all who asked: those answered from the persona's own words, and
 * those declined. A question tells at the turn that makes it the third, so that a run of the same turns tells the same.
 */
export async function reflect(
  deps: Pick<EvolveDeps, 'evolution'>,
  { personaId, turns, version }: RunStart,
  quietBefore: Date,
): Promise<Reflections> {
  const found: Reflections = { answered: [], declined: [] };
  if (version.document.evolution.mode === 'off' || !turns.some(isTelling)) return found;
  const earlier = await readEarlierTurns(deps, {
    personaId,
    before: turns[0]?.sequence ?? 0,
    quietBefore,
  });
  const asked = [...earlier, ...turns]
    .filter(isTelling)
    .map((turn) => ({ turn, words: wordsOf(turn.question) }));
  const isNew = new Set(turns.map(({ turnId }) => turnId));

  for (const [place, { turn, words }] of asked.entries()) {
    if (!isNew.has(turn.turnId) || words.length < leastWords) continue;
    // Each is compared with some two hundred, word by word: nobody's answer is held up for all of them.
    await breathe();
    const decision = turn.extension.decision;
    const same = asked
      .slice(0, place + 1)
      .filter(
        (other) =>
          other.turn.extension.decision === decision &&
          likeness(words, other.words) >= leastLikeness,
      )
      .map((other) => other.turn);
    if (!tellingCounts.includes(same.length)) continue;
    const turnIds = same.map(({ turnId }) => turnId);
    const askers = askersOf(same).size;
    if (decision === 'declined') found.declined.push({ turnIds, asked: same.length });
    else if (askers >= leastAskers) {
      const reply = agreedReply(same);
      const prompt = sharedWording(same);
      if (reply !== undefined && prompt !== undefined) {
        found.answered.push({ ...reply, prompt, asked: same.length, askers, turnIds });
      }
    }
  }
  return found;
}

/** Answered or declined on its merits, for somebody who sees what everybody may see. */
function isTelling(turn: SequencedTurn): boolean {
  const { decision, reason, audience, citations } = turn.extension;
  // Where it is not known who saw it, it is not shown to others.
  if (!isLearntFrom(turn) || audience?.length !== 0) return false;
  if (decision === 'declined') return reason === 'no-evidence' || reason === 'weak-evidence';
  return decision === 'answered' && citations.some(({ stance }) => stance === 'by');
}

/** Only whom a key vouches for is somebody: whoever names no user could be the same person each time. */
const askersOf = (turns: readonly SequencedTurn[]): Set<string> =>
  new Set(turns.flatMap(({ userId }) => userId ?? []));

/**
 * The last reply that rests on a document on which the question was answered to several people. Where each got another
 * document's words, the answer is not known, whatever was said.
 */
function agreedReply(turns: readonly SequencedTurn[]): ReturnType<typeof ownReply> {
  const replies = turns.map((turn) => ({ turn, own: ownReply(turn) }));
  return replies.findLast(({ own }) =>
    own?.evidence.some(
      (documentId) =>
        askersOf(
          replies.filter((one) => one.own?.evidence.includes(documentId)).map(({ turn }) => turn),
        ).size >= leastAskers,
    ),
  )?.own;
}

/** The shortest of the questions of which every word was said by two askers: no word of one of them alone gets out. */
function sharedWording(turns: readonly SequencedTurn[]): string | undefined {
  const askers = turns.map(({ userId, question }) => ({ asker: userId, words: wordsOf(question) }));
  const isShared = (word: string): boolean =>
    new Set(
      askers
        .filter(({ words }) => words.some((other) => sameWord(word, other)))
        .flatMap(({ asker }) => asker ?? []),
    ).size >= leastAskers;
  return turns
    .map(({ question }) => question.trim())
    .filter((question) => question.length <= 160 && !/[\n<>{}`|]|https?:/.test(question))
    .filter((question) => wordsOf(question).every(isShared) && !/\p{N}/u.test(question))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

/** Turns do not say their language: function words of both that our rules speak are left out. */
function wordsOf(question: string): string[] {
  const short = question.slice(0, 500);
  return [...new Set(contentWords(contentWords(short, 'en').join(' '), 'de'))];
}

function likeness(a: readonly string[], b: readonly string[]): number {
  const met = a.filter((word) => b.some((other) => sameWord(word, other))).length;
  return met / Math.max(1, a.length, b.length);
}
