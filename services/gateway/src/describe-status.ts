import type { Config } from '@personate/chassis';
import type { Status, Suggestion } from '@personate/contracts';
import type { Embedder } from '@personate/knowledge';

export interface StatusParts {
  config: Config;
  version: string;
  /** Of the knowledge store. */
  described: Status['store'];
  embedder: Embedder;
  form: Status['form'];
  /** Asked for each status: who is still loading, and what could be better. */
  loading: () => string[];
  suggestions: () => Suggestion[];
}

/** What this server runs on, and how to change it. */
export function describeStatus(parts: StatusParts): Status {
  const { model } = parts.config;
  return {
    version: parts.version,
    form: parts.form,
    store: parts.described,
    embedder: {
      name: `MiniLM, bundled (${parts.embedder.identity})`,
      dimensions: parts.embedder.dimensions,
      change: 'There is this one embedder so far.',
    },
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
    suggestions: parts.suggestions(),
    loading: parts.loading(),
  };
}
