import type { Status } from '@personate/contracts';

export interface BannerInput {
  url: string;
  loginUrl: string;
  adminKeyFile: string | null;
  dataDir: string;
  status: Status;
  /** Whom the printed curl asks, and what. */
  example: { personaId: string; question: string } | null;
  readyMs: number;
}

/** What `npm start` says once it is ready. */
export function renderBanner(input: BannerInput): string {
  const { status, url } = input;
  const key =
    input.adminKeyFile === null ? '$PERSONATE_ADMIN_KEY' : `$(cat ${quoted(input.adminKeyFile)})`;
  const lines = [
    '',
    `Personate ${status.version} is ready (${(input.readyMs / 1000).toFixed(1)} s).`,
    '',
    `  Console    ${input.loginUrl}`,
    `             (the link logs in once; \`npx personate login\` prints another)`,
    `  HTTP API   ${url}/docs`,
    `             (for OpenAI's SDKs: ${url}/v1; a model is a persona)`,
    `  Admin key  ${input.adminKeyFile ?? 'the one in PERSONATE_ADMIN_KEY'}`,
    `  Data       ${input.dataDir}`,
    `  Store      ${status.store.name}`,
    `  Embedder   ${status.embedder.name}`,
    `  Speaker    ${speaker(status)}`,
    `             ${status.speaker.change}`,
    ...status.suggestions.map(
      (suggestion) => `  Hint       ${suggestion.message}\n             ${suggestion.fix}`,
    ),
  ];
  if (input.example !== null) {
    const body = JSON.stringify({
      model: input.example.personaId,
      messages: [{ role: 'user', content: input.example.question }],
    });
    lines.push(
      '',
      'Ask one of them:',
      '',
      `  curl -s ${url}/v1/chat/completions -H "authorization: Bearer ${key}" \\`,
      `    -H 'content-type: application/json' -d ${quoted(body)}`,
    );
  }
  lines.push('', 'Ctrl-C stops it.', '');
  return lines.join('\n');
}

function speaker({ speaker: used }: Status): string {
  if (used.kind === 'extractive')
    return 'extractive: no model, personas answer in their own recorded words';
  return `${used.model ?? 'model'} at ${used.endpoint ?? 'its endpoint'}`;
}

/** Single-quoted for a POSIX shell. */
function quoted(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
