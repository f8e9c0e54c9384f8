import type { Server } from '../../tests/harness/server.ts';

export interface TurnContext {
  personaId: string;
  questions: readonly string[];
  rounds: number;
  /** The same data folder each time: what the first start loads, the next ones find. */
  start(env?: Record<string, string>): Promise<Server>;
}

export const user = (content: string) => [{ role: 'user', content }] as const;

/** As a hosted model streams, at twice the pace so that a round is over soon: some 24 pieces, two hundred a second. */
export const reply = {
  type: 'text',
  text: 'It was the winter after the storm, and the harbour lay still all that night. '
    .repeat(2)
    .trim(),
  chunkCharacters: 6,
  delayMs: 5,
} as const;
export const model = 'scripted';
