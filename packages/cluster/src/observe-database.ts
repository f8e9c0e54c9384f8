import { startCall, type Telemetry } from '@personate/chassis';
import type { Database, OnStatement } from '@personate/records';
import { onScrape } from './watch-queues.ts';

/** Statements of the records' database, in the metrics and in the traces; never what stands in them. */
export function observeStatements(telemetry: Telemetry, store: 'postgres' | 'pglite'): OnStatement {
  return (kind) => startCall(telemetry, store, kind);
}

/** How many connections are used, idle and waited for, whenever the metrics are asked for. */
export function watchConnections(
  { metrics: { connections } }: Pick<Telemetry, 'metrics'>,
  pool: Pick<Database['pool'], 'totalCount' | 'idleCount' | 'waitingCount'>,
): void {
  onScrape(connections, () => {
    connections.set({ state: 'used' }, pool.totalCount - pool.idleCount);
    connections.set({ state: 'idle' }, pool.idleCount);
    connections.set({ state: 'waited_for' }, pool.waitingCount);
  });
}
