import type {
  Conversation,
  ConversationSummary,
  IngestionJob,
  Inspection,
  KnowledgeStatistics,
  Memory,
  PersonaDetail,
  PersonaDiff,
  PersonaSummary,
  PersonaVersion,
  ProblemDocument,
  ProposalDetail,
  ProposalSummary,
  Session,
  Status,
  VersionSummary,
} from '@personate/contracts';

/** What the server refused, with its advice. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fix: string;

  constructor(status: number, code: string, message: string, fix: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.fix = fix;
  }
}

export async function failure(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => null)) as Partial<ProblemDocument> | null;
  return new ApiError(
    response.status,
    problem?.code ?? 'unknown',
    problem?.detail ?? `The server answered ${response.status}.`,
    problem?.fix ?? 'Try again; if it stays, look into the server’s log.',
  );
}

async function call<Answer>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const json = body !== undefined && !(body instanceof FormData);
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    ...(signal ? { signal } : {}),
    ...(json ? { headers: { 'content-type': 'application/json' } } : {}),
    ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as FormData) }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiError(
      0,
      'network',
      'The server cannot be reached.',
      'Is it still running? Look at the terminal where you started it.',
    );
  });
  if (!response.ok) throw await failure(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

const get = <Answer>(path: string) => call<Answer>('GET', path);
interface List<Item> {
  items: Item[];
}

/** The console speaks for one user of this installation: whoever holds the admin login. */
export const consoleUser = 'console';

export const api = {
  session: () => get<Session>('/v1/session'),
  logIn: (token: string) => call<void>('POST', '/v1/session', { token }),
  logOut: () => call<void>('DELETE', '/v1/session'),
  status: () => get<Status>('/v1/status'),
  personas: () => get<List<PersonaSummary>>('/v1/personas'),
  persona: (id: string) => get<PersonaDetail>(`/v1/personas/${id}`),
  createPersona: (body: { id: string; name: string }) =>
    call<PersonaVersion>('POST', '/v1/personas', body),
  versions: (id: string) => get<List<VersionSummary>>(`/v1/personas/${id}/versions`),
  diff: (id: string, from: number, to: number) =>
    get<PersonaDiff>(`/v1/personas/${id}/versions/${from}/diff/${to}`),
  rollback: (id: string, version: number) =>
    call<PersonaVersion>('POST', `/v1/personas/${id}/rollback`, { version }),
  proposals: (id: string) => get<List<ProposalSummary>>(`/v1/personas/${id}/proposals?status=open`),
  proposal: (id: string, proposalId: string) =>
    get<ProposalDetail>(`/v1/personas/${id}/proposals/${proposalId}`),
  accept: (id: string, proposalId: string) =>
    call<PersonaVersion>('POST', `/v1/personas/${id}/proposals/${proposalId}/accept`),
  dismiss: (id: string, proposalId: string) =>
    call<void>('POST', `/v1/personas/${id}/proposals/${proposalId}/dismiss`),
  statistics: (id: string) => get<KnowledgeStatistics>(`/v1/personas/${id}/knowledge/statistics`),
  ingestions: (id: string) => get<List<IngestionJob>>(`/v1/personas/${id}/ingestions?limit=20`),
  ingestion: (id: string, job: string) => get<IngestionJob>(`/v1/personas/${id}/ingestions/${job}`),
  cancelIngestion: (id: string, job: string) =>
    call<IngestionJob>('POST', `/v1/personas/${id}/ingestions/${job}/cancel`),
  inspect: (file: File, fields: Record<string, string>, signal: AbortSignal) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', file, file.name);
    return call<Inspection>('POST', '/v1/inspect?keep=true', form, signal);
  },
  ingest: (id: string, body: { upload: string; source?: string; self?: string; stance?: string }) =>
    call<IngestionJob>('POST', `/v1/personas/${id}/ingestions`, body),
  conversations: (id: string) =>
    get<List<ConversationSummary>>(`/v1/conversations?persona=${id}&user=${consoleUser}&limit=50`),
  conversation: (conversationId: string) =>
    get<Conversation>(`/v1/conversations/${conversationId}`),
  memories: (id: string) => get<List<Memory>>(`/v1/personas/${id}/memories?user=${consoleUser}`),
  forget: (id: string, memoryId: string) =>
    call<void>('DELETE', `/v1/personas/${id}/memories/${memoryId}`),
};
