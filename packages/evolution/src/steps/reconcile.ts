import type { Memory } from '@personate/contracts';
import type { EvolveDeps } from '../deps.ts';
import type { MemoryChanges, Observations, RunStart } from '../evolution-run.ts';
import { foldText } from '../fold-text.ts';
import type { Doubt, Statement } from '@personate/language';
import { mostMemories } from './guard-memories.ts';

/** Sets what was said against what is remembered of the same user: the later word stands, the same word changes nothing. */
export async function reconcile(
  deps: Pick<EvolveDeps, 'memories' | 'newId'>,
  { personaId }: RunStart,
  observations: Observations,
): Promise<MemoryChanges> {
  const changes: MemoryChanges = { add: [], replace: [] };
  for (const userId of new Set(observations.map((observation) => observation.userId))) {
    const active = await deps.memories.active(personaId, userId, mostMemories + 1);
    const known = new Known(active);
    for (const { turnId, at, statements, doubted } of observations.filter(
      (o) => o.userId === userId,
    )) {
      const source = { personaId, userId, sourceTurnId: turnId, createdAt: at };
      for (const statement of statements) {
        if (known.has(statement) || known.contradictsNothing(statement)) continue;
        const memory = remembered(deps.newId(), statement, source, known.holds(statement));
        changes.add.push(memory);
        changes.replace.push(...known.put(memory, statement));
      }
      for (const { doubt, quote } of doubted) {
        changes.add.push(quarantined(deps.newId(), doubt, quote, source));
      }
    }
  }
  return changes;
}

type Source = Pick<Memory, 'personaId' | 'userId' | 'sourceTurnId' | 'createdAt'>;

function remembered(
  memoryId: string,
  statement: Statement,
  source: Source,
  corrects: boolean,
): Memory {
  const { kind, slot, text, quote } = statement;
  return {
    memoryId,
    ...source,
    text,
    quote,
    kind: corrects && kind === 'fact' ? 'correction' : kind,
    slot,
    trust: 'stated',
    status: 'active',
  };
}

const doubtWords: Record<Doubt, string> = {
  'claim-about-persona': 'Said of the persona, which only its documents can tell',
  'claim-of-identity': 'Claimed to be the persona, or close to it',
  instruction: 'Tried to change the persona',
};

/** Kept to be seen, never to be used. */
function quarantined(memoryId: string, doubt: Doubt, quote: string, source: Source): Memory {
  const short = quote.length > 300 ? `${quote.slice(0, 299)}…` : quote;
  return {
    memoryId,
    ...source,
    text: `${doubtWords[doubt]}: “${short}”`,
    quote: short,
    kind: 'fact',
    slot: null,
    trust: 'quarantined',
    status: 'quarantined',
  };
}

/** What is remembered of one user while a run goes on. */
class Known {
  readonly #slots = new Map<string, Pick<Memory, 'memoryId' | 'text'>>();
  readonly #texts = new Set<string>();

  /** @param active newest first. */
  constructor(active: readonly Memory[]) {
    for (const memory of active.toReversed()) {
      if (memory.slot !== null) this.#slots.set(memory.slot, memory);
      this.#texts.add(foldText(memory.text));
    }
  }

  has({ slot, text }: Statement): boolean {
    if (slot === null) return this.#texts.has(foldText(text));
    const prior = this.#slots.get(slot);
    return prior !== undefined && foldText(prior.text) === foldText(text);
  }

  holds({ slot }: Statement): boolean {
    return slot !== null && this.#slots.has(slot);
  }

  /** "I no longer live in Kiel", of somebody who is known to live in Lisbon. */
  contradictsNothing({ slot, denies }: Statement): boolean {
    const prior = slot === null ? undefined : this.#slots.get(slot);
    if (denies === undefined || prior === undefined) return false;
    return !foldText(prior.text).includes(foldText(denies));
  }

  /** @returns which memories it replaces. */
  put(memory: Memory, { slot, closes }: Statement): MemoryChanges['replace'] {
    const over = [...this.#slots].filter(
      ([name]) =>
        name === slot ||
        closes.some(
          (prefix) => name === prefix || (prefix.endsWith('.') && name.startsWith(prefix)),
        ),
    );
    for (const [name] of over) this.#slots.delete(name);
    if (slot !== null) this.#slots.set(slot, memory);
    this.#texts.add(foldText(memory.text));
    return over.map(([, { memoryId }]) => ({ memoryId, by: memory.memoryId }));
  }
}
