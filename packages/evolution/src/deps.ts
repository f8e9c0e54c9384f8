import type {
  ConsentState,
  Memory,
  PersonaDocument,
  PersonaVersion,
  Turn,
} from '@personate/contracts';

/** Held while a persona evolves; `token` grows with every holder, and the commit checks it. */
export interface Lease {
  name: string;
  token: number;
}

export interface EvolutionCommit {
  personaId: string;
  lease: Lease;
  runId: string;
  /** The cursor the run started from; the commit is refused when it moved meanwhile. */
  fromSequence: number;
  toSequence: number;
  /** The head that all of it was worked out from; the commit is refused when it moved meanwhile. */
  baseVersion: number;
  memories: {
    add: Memory[];
    /** Memories that a newer statement replaced. */
    replace: Array<{ memoryId: string; by: string }>;
  };
  /** A new version, or a proposal in review mode; null when nothing changed. */
  change: {
    document: PersonaDocument;
    baseVersion: number;
    note: string;
    causedBy: string[];
    as: 'version' | 'proposal';
  } | null;
}

export interface EvolveDeps {
  leases: {
    /** null when somebody else holds it. */
    take(name: string, ttlMs: number): Promise<Lease | null>;
    /** false when it was lost. */
    renew(lease: Lease, ttlMs: number): Promise<boolean>;
    release(lease: Lease): Promise<void>;
  };
  personas: {
    serving(personaId: string): Promise<{ version: PersonaVersion; consent: ConsentState }>;
  };
  memories: { active(personaId: string, userId: string, limit: number): Promise<Memory[]> };
  evolution: {
    /** Sequence of the last turn learnt from; 0 at first. */
    cursor(personaId: string): Promise<number>;
    /** Turns behind the cursor that were quiet before `quietBefore`, in order, stopping at the first that was not. Replaced turns come too, marked so. */
    pending(
      personaId: string,
      fromSequence: number,
      quietBefore: Date,
      limit: number,
    ): Promise<Array<Turn & { sequence: number }>>;
    /** What the persona said in the conversation before that turn, newest first. */
    answersBefore(conversationId: string, sequence: number, limit: number): Promise<string[]>;
    /** A started run of these turns by this head, whose step results are kept, or a new one. */
    openRun(
      personaId: string,
      range: { fromSequence: number; toSequence: number; baseVersion: number },
    ): Promise<{ runId: string; steps: Record<string, unknown> }>;
    saveStep(runId: string, step: string, result: unknown): Promise<void>;
    /**
     * Memories, version and cursor in one transaction. @throws ExpectedError `evolution.lease-lost`, `evolution.cursor-moved`;
     * `evolution.turns-changed`, `persona.head-moved`: the run is given up then.
     */
    commit(commit: EvolutionCommit): Promise<{ version: number | null }>;
    /** Gives up runs that began before `startedBefore` and never ended. @returns how many. */
    giveUpRuns(startedBefore: Date): Promise<number>;
    /** Personas with turns behind their cursor that were quiet before `quietBefore`. */
    personasBehind(quietBefore: Date): Promise<string[]>;
  };
  newId: () => string;
  now: () => Date;
  quietMs: number;
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
}
