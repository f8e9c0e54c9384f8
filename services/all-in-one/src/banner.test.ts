import { expect, it } from '@jest/globals';
import { renderBanner } from './banner.ts';

it('says where everything is, what it runs on, and gives a curl that a shell takes as printed', () => {
  const text = renderBanner({
    url: 'http://127.0.0.1:8787',
    loginUrl: 'http://127.0.0.1:8787/#token=abc',
    adminKeyFile: "/home/o'neil/.personate/admin.key",
    dataDir: "/home/o'neil/.personate",
    readyMs: 2_345,
    example: { personaId: 'mara', question: "What's the boat called?" },
    status: {
      version: '0.1.0',
      form: 'embedded',
      store: { name: 'pgvector on PGlite', change: '' },
      embedder: { name: 'MiniLM', dimensions: 384, change: '' },
      speaker: {
        kind: 'extractive',
        model: null,
        endpoint: null,
        change: 'Set PERSONATE_CHAT_MODEL to let a model speak.',
      },
      quietMs: 30_000,
      uploadLimitBytes: 1,
      suggestions: [
        {
          code: 'ollama',
          message: 'Ollama runs here with qwen3.',
          fix: 'PERSONATE_CHAT_MODEL=qwen3 OPENAI_BASE_URL=http://127.0.0.1:11434/v1 npm start',
        },
      ],
      loading: [],
    },
  });
  expect(text).toMatchInlineSnapshot(`
"
Personate 0.1.0 is ready (2.3 s).

  Console    http://127.0.0.1:8787/#token=abc
             (the link logs in once; \`npx personate login\` prints another)
  HTTP API   http://127.0.0.1:8787/docs
             (for OpenAI's SDKs: http://127.0.0.1:8787/v1; a model is a persona)
  Admin key  /home/o'neil/.personate/admin.key
  Data       /home/o'neil/.personate
  Store      pgvector on PGlite
  Embedder   MiniLM
  Speaker    extractive: no model, personas answer in their own recorded words
             Set PERSONATE_CHAT_MODEL to let a model speak.
  Hint       Ollama runs here with qwen3.
             PERSONATE_CHAT_MODEL=qwen3 OPENAI_BASE_URL=http://127.0.0.1:11434/v1 npm start

Ask one of them:

  curl -s http://127.0.0.1:8787/v1/chat/completions -H "authorization: Bearer $(cat '/home/o'\\''neil/.personate/admin.key')" \\
    -H 'content-type: application/json' -d '{"model":"mara","messages":[{"role":"user","content":"What'\\''s the boat called?"}]}'

Ctrl-C stops it.
"
`);
});
