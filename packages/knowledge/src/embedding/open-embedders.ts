import { joinSignals, ExpectedError } from '@personate/contracts';
import type { Embedder } from '../embedder.ts';
import type { GenerationSpec } from '../knowledge-store.ts';
import { openEndpointEmbedder } from './endpoint/endpoint-embedder.ts';
import { endpointModelOf, mayBeIdentity } from './endpoint/endpoint-identity.ts';
import type { EmbeddingPrefixes } from './endpoint/prefixes.ts';

export const bundledName = 'bundled';

/** Every embedder that this server has: while knowledge moves from one to another, both are needed. */
export interface Embedders {
  /** The bundled model: always at hand, on this machine. */
  readonly bundled: Embedder;
  /** By name; the first embeds the knowledge of new personas. */
  readonly names: readonly string[];
  /**
   * One by its name, opened and probed at its first use.
   * @throws ExpectedError `embedding.unknown-model`, and what opening it throws
   */
  named(name: string, signal: AbortSignal): Promise<Embedder>;
  /**
   * The one whose vectors a generation holds: nothing else may be asked of it, or be put into it.
   * @throws ExpectedError `knowledge.identity-mismatch` with the command that mends it
   */
  of(
    generation: Pick<GenerationSpec, 'personaId' | 'embeddingIdentity'>,
    signal: AbortSignal,
  ): Promise<Embedder>;
  /** Whether `of` has anything to offer, as far as the settings and what is open tell; opens nothing. */
  has(identity: string): boolean;
  close(): Promise<void>;
}

export interface OpenEmbeddersOptions {
  bundled: Embedder;
  /** The main one first, `bundled` among them. */
  names: readonly string[];
  /** Opens what stands behind an endpoint; absent where none was set. */
  open?: (model: string, signal: AbortSignal) => Promise<Embedder>;
  /** Whether what `open` makes of the model may have that identity, as far as is known unopened. */
  mayBe?: (model: string, identity: string) => boolean;
  now?: () => number;
}

interface Opened {
  embedder: Promise<Embedder>;
  /** Once it is open. */
  identity?: string;
  failedAt?: number;
}

const openMs = 120_000;
/** What could not be opened is left alone for so long: every question would wait for it. */
const restMs = 10_000;

export function openEmbedders(options: OpenEmbeddersOptions): Embedders {
  const { bundled, names, open, mayBe = () => true, now = Date.now } = options;
  const opened = new Map<string, Opened>();
  const closing = new AbortController();

  /** Not bound to one asker's signal: others wait for it too. */
  function openOnce(model: string): Promise<Embedder> {
    const known = opened.get(model);
    if (known !== undefined && (known.failedAt ?? Infinity) + restMs > now()) return known.embedder;
    if (open === undefined) throw new Error(`no endpoint was set for ${model}`);
    const { signal, release } = joinSignals(closing.signal, AbortSignal.timeout(openMs));
    const entry: Opened = { embedder: open(model, signal) };
    entry.embedder
      .then(
        ({ identity }) => (entry.identity = identity),
        () => (entry.failedAt = now()),
      )
      .finally(release);
    opened.set(model, entry);
    return entry.embedder;
  }

  const nameOf = (identity: string): string | undefined => {
    const name = identity === bundled.identity ? bundledName : endpointModelOf(identity);
    return name !== null && names.includes(name) ? name : undefined;
  };

  const embedders: Embedders = {
    bundled,
    names,
    async named(name, signal) {
      if (!names.includes(name)) throw unknownModel(name, names);
      return name === bundledName ? bundled : until(signal, openOnce(name));
    },
    async of({ personaId, embeddingIdentity }, signal) {
      const name = nameOf(embeddingIdentity);
      if (name === undefined) throw mismatch(personaId, embeddingIdentity);
      const embedder = await embedders.named(name, signal);
      if (embedder.identity !== embeddingIdentity)
        throw mismatch(personaId, embeddingIdentity, embedder.identity);
      return embedder;
    },
    has(identity) {
      const name = nameOf(identity);
      if (name === undefined || name === bundledName) return name === bundledName;
      return (opened.get(name)?.identity ?? identity) === identity && mayBe(name, identity);
    },
    async close() {
      closing.abort(new Error('the embedders were closed'));
      await Promise.all([
        bundled.close(),
        ...[...opened.values()].map(async ({ embedder }) => {
          await (await embedder.catch(() => null))?.close();
        }),
      ]);
    },
  };
  return embedders;
}

/** From the settings: the bundled model, and those that an endpoint serves. */
export function configuredEmbedders(
  bundled: Embedder,
  settings: {
    models: readonly string[];
    endpoint: {
      baseUrl: string;
      apiKey: string | undefined;
      dimensions: number | undefined;
      /** By model. */
      prefixes: ReadonlyMap<string, EmbeddingPrefixes>;
      maxTokens: number;
      timeoutMs: number;
    } | null;
  },
): Embedders {
  const { models, endpoint } = settings;
  if (endpoint === null) return openEmbedders({ bundled, names: [bundledName] });
  const { apiKey, dimensions, prefixes, ...rest } = endpoint;
  return openEmbedders({
    bundled,
    names: models,
    mayBe: (model, identity) =>
      mayBeIdentity(identity, { model, dimensions, prefixes: prefixes.get(model) }),
    open(model, signal) {
      const own = prefixes.get(model);
      return openEndpointEmbedder(
        {
          ...rest,
          model,
          ...(apiKey === undefined ? {} : { apiKey }),
          ...(dimensions === undefined ? {} : { dimensions }),
          ...(own === undefined ? {} : { prefixes: own }),
        },
        signal,
      );
    },
  });
}

async function until<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  signal.throwIfAborted();
  let leave: (() => void) | undefined;
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason as Error);
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([promise, left]);
  } finally {
    if (leave !== undefined) signal.removeEventListener('abort', leave);
  }
}

function mismatch(personaId: string, identity: string, ours?: string): ExpectedError {
  const model = endpointModelOf(identity);
  const instead =
    model === null || ours !== undefined
      ? ''
      : `, or start with ${model} among the models in PERSONATE_EMBEDDING_MODEL`;
  return new ExpectedError(
    'unprocessable',
    'knowledge.identity-mismatch',
    `The knowledge of "${personaId}" was embedded by ${identity}, ${ours === undefined ? 'which this server does not have' : `which is ${ours} by now`}.`,
    {
      fix: `Embed it anew with what this server has: personate knowledge migrate ${personaId}${instead}.`,
    },
  );
}

function unknownModel(name: string, names: readonly string[]): ExpectedError {
  return new ExpectedError(
    'invalid',
    'embedding.unknown-model',
    `This server has no embedder "${name}". It has: ${names.join(', ')}.`,
    {
      fix: 'Name one of these, or start with the model in PERSONATE_EMBEDDING_MODEL.',
      param: 'embedder',
    },
  );
}
