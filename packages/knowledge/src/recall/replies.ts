import type { RecalledReply } from '../recall-types.ts';
import type { Ranked } from './rescore.ts';
import type { Scene, SceneItem } from './scene.ts';
import { toResult } from './to-result.ts';

const mostReplies = 6;
/** A longer one asks more than one thing. */
const longestQuestion = 300;
const asks = /[?？؟]["'”’»)]*$/u;

/**
 * What was said in answer to questions like the one asked, those first whose questions are nearest in meaning: a reply
 * seldom repeats the words of its question, and stands right behind it in the thread.
 */
export function repliesAmong(scene: Scene, ranked: readonly Ranked[]): RecalledReply[] {
  const byId = new Map(ranked.map((one) => [one.item.passage.passageId, one]));
  return scene.candidates
    .filter(({ passage: { text } }) => text.length <= longestQuestion && asks.test(text))
    .toSorted((a, b) => b.dense - a.dense)
    .flatMap((item): RecalledReply[] => {
      const reply = byId.get(item.passage.after[0] ?? '');
      return reply === undefined || !isReply(item, reply.item)
        ? []
        : [{ question: item.passage.text, cosine: item.dense, passage: toResult(scene, reply) }];
    })
    .slice(0, mostReplies);
}

/** In the same thread, by somebody else. */
function isReply({ passage: asked }: SceneItem, { passage: reply }: SceneItem): boolean {
  return (
    asked.thread !== undefined &&
    reply.thread === asked.thread &&
    reply.documentKey !== asked.documentKey &&
    reply.author?.name !== asked.author?.name &&
    reply.stance !== 'to'
  );
}
