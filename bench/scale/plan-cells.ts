/** Processor ms a chat and a passage, bytes a passage and a turn: what bench/load and measure-sizes.ts found. */
export interface Costs {
  chatMs: { gateway: number; evolution: number; postgres: number; redis: number; qdrant: number };
  passageMs: { ingestion: number; postgres: number };
  passageBytes: { postgres: number; qdrant: number };
  turnBytes: number;
}

export interface Target {
  personas: number;
  passagesEach: number;
  /** At the busiest hour; `meanShare` of it over the day. */
  chatsPerSecond: number;
  meanShare: number;
  /** New passages a day, of all there are. */
  changedDaily: number;
  daysKept: number;
}

export interface Cell {
  cells: number;
  personas: number;
  passages: number;
  chatsPerSecond: number;
  /** Processors of each program in the busiest cell, at the share of use that keeps latency. */
  processors: Record<
    'gateway' | 'evolution' | 'ingestion' | 'postgres' | 'redis' | 'qdrant',
    number
  >;
  disk: { postgres: number; qdrant: number };
}

/**
 * As many cells (whole installations beside each other, each with personas of its own) as keep the disk of one Postgres
 * and the collections of one Qdrant within their bounds, and what the busiest of them needs.
 */
export function planCells(
  costs: Costs,
  target: Target,
  bounds: {
    postgresBytes: number;
    qdrantCollections: number;
    use: number;
    busiest: (cells: number) => number;
  },
): Cell {
  const { personas, passagesEach, chatsPerSecond, meanShare, changedDaily, daysKept } = target;
  const passages = personas * passagesEach;
  const turnBytes = chatsPerSecond * meanShare * 86_400 * daysKept * costs.turnBytes;
  const postgresBytes = passages * costs.passageBytes.postgres + turnBytes;
  const cells = Math.ceil(
    Math.max(postgresBytes / bounds.postgresBytes, personas / bounds.qdrantCollections, 1),
  );
  const chats = (chatsPerSecond / cells) * bounds.busiest(cells);
  const changed = (passages * changedDaily) / 86_400 / cells;
  const { chatMs, passageMs } = costs;
  const busy = (ms: number): number => Math.ceil((ms / 1_000 / bounds.use) * 10) / 10;
  return {
    cells,
    personas: Math.ceil(personas / cells),
    passages: Math.ceil(passages / cells),
    chatsPerSecond: chats,
    processors: {
      gateway: busy(chats * chatMs.gateway),
      evolution: busy(chats * chatMs.evolution),
      ingestion: busy(changed * passageMs.ingestion),
      postgres: busy(chats * chatMs.postgres + changed * passageMs.postgres),
      redis: busy(chats * chatMs.redis),
      qdrant: busy(chats * chatMs.qdrant),
    },
    disk: {
      postgres: postgresBytes / cells,
      qdrant: (passages * costs.passageBytes.qdrant) / cells,
    },
  };
}
