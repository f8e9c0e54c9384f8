import { emptyCounts } from '@personate/contracts';
import type { EvolveDeps } from '../deps.ts';
import type { MemoryChanges, RunStart, SequencedTurn } from '../evolution-run.ts';
import { foldText } from '../fold-text.ts';

/** Most memories of one turn, and most active ones of one user. */
const mostOfTurn = 5;
export const mostMemories = 500;
/** Doubted claims of one turn that are kept to be seen. */
const mostDoubtedOfTurn = 2;
/** A quote of so many words that stands in what the persona recalled or said was recalled, not told. */
const leastRecalledWords = 4;
/** As far back as a conversation is read for what the persona said itself. */
const mostAnswers = 200;

/** The gate: what was recalled is not stored as new, and nobody fills the memory. */
export async function guardMemories(
  deps: Pick<EvolveDeps, 'memories' | 'evolution'>,
  { personaId, turns }: RunStart,
  { add, replace }: MemoryChanges,
): Promise<{ memories: MemoryChanges; refused: Record<string, number> }> {
  const byTurn = new Map(turns.map((turn) => [turn.turnId, turn]));
  const room = new Map<string, number>();
  const ofTurn = new Map<string, number>();
  const refused = emptyCounts();
  const replaces = new Set(replace.map(({ by }) => by));

  const kept: MemoryChanges['add'] = [];
  for (const memory of add) {
    const isDoubted = memory.trust === 'quarantined';
    const counter = `${memory.sourceTurnId}/${isDoubted ? 'doubted' : 'stated'}`;
    const count = ofTurn.get(counter) ?? 0;
    let left = room.get(memory.userId);
    if (left === undefined) {
      const active = await deps.memories.active(personaId, memory.userId, mostMemories);
      left = mostMemories - active.length;
    }
    const turn = byTurn.get(memory.sourceTurnId);
    const reason =
      count >= (isDoubted ? mostDoubtedOfTurn : mostOfTurn)
        ? 'too-many-of-turn'
        : !isDoubted && left <= 0 && !replaces.has(memory.memoryId)
          ? 'too-many-of-user'
          : turn !== undefined && !isDoubted && (await wasRecalled(deps, memory.quote, turn))
            ? 'recalled'
            : undefined;
    room.set(
      memory.userId,
      left - (reason === undefined && !isDoubted && !replaces.has(memory.memoryId) ? 1 : 0),
    );
    if (reason === undefined) {
      ofTurn.set(counter, count + 1);
      kept.push(memory);
    } else refused[reason] = (refused[reason] ?? 0) + 1;
  }
  return { memories: { add: kept, replace: withoutRefused(kept, add, replace) }, refused };
}

/** A refused memory replaces nothing: what replaced it replaces what it would have. */
function withoutRefused(
  kept: MemoryChanges['add'],
  add: MemoryChanges['add'],
  replace: MemoryChanges['replace'],
): MemoryChanges['replace'] {
  const ids = new Set(kept.map(({ memoryId }) => memoryId));
  const refused = new Set(add.map(({ memoryId }) => memoryId).filter((id) => !ids.has(id)));
  const nextOf = new Map(replace.map(({ memoryId, by }) => [memoryId, by]));
  return replace.flatMap(({ memoryId, by }) => {
    let last: string | undefined = by;
    // A chain is at most as long as the run's memories.
    for (let hop = 0; hop <= add.length && last !== undefined && refused.has(last); hop += 1) {
      last = nextOf.get(last);
    }
    return last === undefined || refused.has(memoryId) ? [] : [{ memoryId, by: last }];
  });
}

/** Whether the words stand in the turn's evidence, or in an answer of the same conversation, also of an earlier run. */
async function wasRecalled(
  deps: Pick<EvolveDeps, 'evolution'>,
  quote: string,
  { conversationId, sequence, evidence }: SequencedTurn,
): Promise<boolean> {
  const said = foldText(quote);
  if (said.split(' ').length < leastRecalledWords) return false;
  const holdsIt = (text: string) => ` ${foldText(text)} `.includes(` ${said} `);
  if (evidence.some(({ text }) => holdsIt(text))) return true;
  const answers = await deps.evolution.answersBefore(conversationId, sequence, mostAnswers);
  return answers.some(holdsIt);
}
