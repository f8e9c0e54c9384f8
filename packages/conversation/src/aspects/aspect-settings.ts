import type { AspectBy, AspectChoice, PersonaDocument } from '@personate/contracts';
import type { StructuredRequest } from '@personate/language';

/** A small model that is asked for an object of a schema. */
export interface AspectModel {
  readonly name: string;
  /** null where nothing of what it said can be used. */
  ask<Value>(
    request: StructuredRequest<Value>,
    signal: AbortSignal,
  ): Promise<{ value: Value | null }>;
}

interface ServerAspect {
  by: AspectBy;
  /** By the name that its endpoint knows; absent: the one that speaks. */
  model?: string;
}

/** How the server is set, for what a persona leaves open. */
export interface AspectSettings {
  understanding: ServerAspect;
  tone: ServerAspect & { candidates: number; rewrite: boolean };
  humour: ServerAspect;
  /** Longest wait for an aspect's model. */
  timeoutMs: number;
}

export const usualAspects: AspectSettings = {
  understanding: { by: 'embedded' },
  tone: { by: 'embedded', candidates: 1, rewrite: false },
  humour: { by: 'embedded' },
  timeoutMs: 8_000,
};

export interface AspectDeps {
  /** Absent: `usualAspects`. */
  aspects?: AspectSettings;
  /** A model behind the server's endpoint, or the one that speaks; null where no endpoint is set. */
  aspectModel?: (name: string | undefined) => AspectModel | null;
}

export interface Aspect {
  by: AspectBy;
  /** With `by: model`. */
  model: AspectModel | null;
  /** A model was asked for, and this server has none. */
  fellBack: boolean;
}

/** The aspects of one turn: the request's choice, else the persona's, else the server's. */
export interface Aspects {
  understanding: Aspect;
  tone: Aspect & { candidates: number; rewrite: boolean };
  humour: Aspect;
  timeoutMs: number;
}

export function settleAspects(
  { aspects: server = usualAspects, aspectModel = () => null }: AspectDeps,
  { aspects: own = {} }: Pick<PersonaDocument, 'aspects'>,
  chosen: AspectChoice = {},
): Aspects {
  const settle = (name: keyof AspectChoice): Aspect => {
    const by = chosen[name] ?? own[name]?.by ?? server[name].by;
    if (by !== 'model') return { by, model: null, fellBack: false };
    const model = aspectModel(own[name]?.model ?? server[name].model);
    // A persona may come from a server that has an endpoint.
    return model === null
      ? { by: 'embedded', model: null, fellBack: true }
      : { by, model, fellBack: false };
  };
  return {
    understanding: settle('understanding'),
    tone: {
      ...settle('tone'),
      candidates: own.tone?.candidates ?? server.tone.candidates,
      rewrite: own.tone?.rewrite ?? server.tone.rewrite,
    },
    humour: settle('humour'),
    timeoutMs: server.timeoutMs,
  };
}
