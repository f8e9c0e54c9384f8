export interface HttpClient {
  /**
   * JSON in, JSON out; a status of 400 or more rejects with what the server said.
   *
   * @param as a key; the client's own unless given
   */
  call<Answer = unknown>(
    method: string,
    path: string,
    body?: unknown,
    as?: string,
  ): Promise<Answer>;
  request(method: string, path: string, body?: unknown, init?: RequestInit): Promise<Response>;
}

/** A server's API as a client sees it: a body that is no form goes as JSON. */
export function openHttpClient(
  url: string,
  key: string,
  {
    timeoutMs = 60_000,
    keepsConnections = true,
  }: {
    timeoutMs?: number;
    /** False: each request by a connection of its own. */ keepsConnections?: boolean;
  } = {},
): HttpClient {
  const request: HttpClient['request'] = (method, path, body, init = {}) => {
    const form = body instanceof FormData;
    return fetch(`${url}${path}`, {
      method,
      signal: AbortSignal.timeout(timeoutMs),
      ...init,
      headers: {
        authorization: `Bearer ${key}`,
        ...(keepsConnections ? {} : { connection: 'close' }),
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(init.headers as Record<string, string> | undefined),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
  };
  return {
    request,
    async call<Answer>(method: string, path: string, body?: unknown, as: string = key) {
      const headers = { authorization: `Bearer ${as}` };
      const response = await request(method, path, body, { headers });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return (text === '' ? undefined : JSON.parse(text)) as Answer;
    },
  };
}
