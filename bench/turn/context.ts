import type { Server } from '../../tests/harness/server.ts';

export interface TurnContext {
  personaId: string;
  questions: readonly string[];
  rounds: number;
  /** The same data folder each time: what the first start loads, the next ones find. */
  start(env?: Record<string, string>): Promise<Server>;
}

export const user = (content: string) => [{ role: 'user', content }] as const;
