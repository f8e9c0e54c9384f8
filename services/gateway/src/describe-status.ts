import type { Config } from '@personate/chassis';
import type { Status, Suggestion } from '@personate/contracts';
import { bundledName, type Embedders } from '@personate/knowledge';
import type { Repositories } from '@personate/records';
import { suggestMigrations } from './suggest-migrations.ts';

export interface StatusParts {
  config: Config;
  version: string;
  /** Of the knowledge store. */
  described: Status['store'];
  embedders: Embedders;
  form: Status['form'];
  /** Asked for each status: who is still loading, and what could be better. */
  loading: () => string[];
  suggestions: () => Suggestion[];
  generations: Pick<Repositories['generations'], 'servingIdentities'>;
}

/**
 * What this server runs on, and how to change it.
 * @param maySee of which personas the asker may know.
 */
export async function describeStatus(
  parts: StatusParts,
  maySee: (personaId: string) => boolean,
): Promise<Status> {
  const { model } = parts.config;
  return {
    version: parts.version,
    form: parts.form,
    store: parts.described,
    embedder: describeEmbedder(parts),
    speaker:
      model === null
        ? {
            kind: 'extractive',
            model: null,
            endpoint: null,
            change:
              'For a persona that talks freely: PERSONATE_CHAT_MODEL=qwen3:4b OPENAI_BASE_URL=http://127.0.0.1:11434/v1 npm start (after `ollama pull qwen3:4b`, 2.6 GB), or any OpenAI-compatible endpoint.',
          }
        : {
            kind: 'endpoint',
            model: model.name,
            endpoint: new URL(model.baseUrl).host,
            change:
              'Unset PERSONATE_CHAT_MODEL to let personas answer in their own recorded words.',
          },
    quietMs: parts.config.quietMs,
    uploadLimitBytes: parts.config.uploadLimitBytes,
    suggestions: [
      ...(await suggestMigrations(parts.generations, parts.embedders, maySee)),
      ...parts.suggestions(),
    ],
    loading: parts.loading().filter(maySee),
  };
}

/** The main one: what embeds the knowledge of new personas. */
function describeEmbedder({ config, embedders }: StatusParts): Status['embedder'] {
  const { models, endpoint } = config.embedding;
  const { bundled } = embedders;
  const change =
    'Name a model with PERSONATE_EMBEDDING_MODEL and its endpoint with PERSONATE_EMBEDDING_BASE_URL; move what is there with `npx personate knowledge migrate <persona>`.';
  if (endpoint === null || models[0] === bundledName)
    return {
      name: `MiniLM, bundled (${bundled.identity})`,
      dimensions: bundled.dimensions,
      change,
    };
  return {
    name: `${models[0]} at ${new URL(endpoint.baseUrl).host}`,
    dimensions: endpoint.dimensions ?? null,
    change,
  };
}
