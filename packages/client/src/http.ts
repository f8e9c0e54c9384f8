import type { z } from 'zod';
import { openDeadline, type Deadline } from './deadline.ts';
import {
  cutOff,
  errorFromBody,
  noName,
  PersonateError,
  tooSlow,
  unreachable,
  unreadable,
} from './personate-error.ts';

export interface ClientOptions {
  /** `http://127.0.0.1:8787`; in a page of the console's own server, `''`. */
  baseUrl: string;
  /** Absent: the console's cookie. */
  apiKey?: string;
  fetch?: typeof fetch;
  /** Longest wait for an answer; in a stream, between two events. 60 s, and longer for what takes longer, unless told otherwise. */
  timeoutMs?: number;
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: FormData | string;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
  /** Where neither call nor client says how long to wait; else 60 s. */
  usualMs?: number;
  /** Statuses whose body is an answer, besides those below 300. */
  alsoFine?: readonly number[];
}

/** Calls that may take long: an upload of gigabytes. */
export const uploadTimeoutMs = 2 * 3_600_000;

/**
 * Node's fetch keeps a copy of the whole body for a redirect that it may have to follow, unless it is told that none
 * will be: gigabytes of an upload stayed in memory.
 */
const sentOnce = { redirect: 'error', window: null } as const satisfies RequestInit;

/** A path with its members encoded. */
export function at(parts: TemplateStringsArray, ...members: Array<string | number>): string {
  return String.raw({ raw: parts }, ...members.map((member) => encodeURIComponent(member)));
}

export class Http {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** The answer, parsed. @throws PersonateError. */
  async read<Schema extends z.ZodType>(call: Call, schema: Schema): Promise<z.output<Schema>> {
    const parsed = schema.safeParse(parseJson(await this.readText(call)));
    if (parsed.success) return parsed.data;
    throw unreadable(parsed.error);
  }

  async readText(call: Call): Promise<string> {
    const deadline = this.#deadline(call);
    try {
      return await (await this.#send(call, deadline)).text();
    } catch (error) {
      throw this.#failure(error, call, deadline);
    } finally {
      deadline.close();
    }
  }

  /** For calls that answer with nothing. */
  async done(call: Call): Promise<void> {
    await this.readText(call);
  }

  /** The body's pieces of text as they come; the time counts between two of them. */
  async *stream(call: Call): AsyncGenerator<string, void, undefined> {
    const decoder = new TextDecoder();
    for await (const piece of this.bytes(call)) yield decoder.decode(piece, { stream: true });
  }

  /** The same as bytes. */
  async *bytes(call: Call): AsyncGenerator<Uint8Array, void, undefined> {
    const deadline = this.#deadline(call);
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    try {
      reader = (await this.#send(call, deadline)).body?.getReader();
      while (reader !== undefined) {
        deadline.putOff();
        const { done, value } = await reader.read();
        if (done) return;
        yield value;
      }
    } catch (error) {
      const failure = this.#failure(error, call, deadline);
      const begun = reader !== undefined && failure instanceof PersonateError;
      throw begun && failure.code === 'network.unreachable' ? cutOff(error) : failure;
    } finally {
      deadline.close();
      // Nothing happens when it was read to its end.
      await reader?.cancel().catch(() => {});
    }
  }

  #deadline(call: Call): Deadline {
    return openDeadline(this.#waitMs(call), call.signal);
  }

  #waitMs({ timeoutMs, usualMs = 60_000 }: Call): number {
    return timeoutMs ?? this.#options.timeoutMs ?? usualMs;
  }

  async #send(call: Call, deadline: Deadline): Promise<Response> {
    const { apiKey, fetch: send = fetch } = this.#options;
    const response = await send(this.#url(call), {
      method: call.method ?? 'GET',
      credentials: 'same-origin',
      signal: deadline.signal,
      headers: {
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(call.json === undefined ? {} : { body: JSON.stringify(call.json) }),
      ...(call.body === undefined ? {} : { body: call.body }),
      ...(call.body instanceof FormData ? sentOnce : {}),
    });
    if (response.ok || call.alsoFine?.includes(response.status) === true) return response;
    throw errorFromBody(response.status, await response.json().catch(() => null));
  }

  #url({ path, query = {} }: Call): string {
    // An address is walked before it is sent: `/v1/common/../personas/ada` would be another call than the one meant.
    const step = path.split('/').find((part) => part === '.' || part === '..');
    if (step !== undefined) throw noName(step);
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) search.set(name, String(value));
    }
    const asked = search.size === 0 ? '' : `?${search.toString()}`;
    return `${this.#options.baseUrl.replace(/\/+$/, '')}${path}${asked}`;
  }

  /** The caller's own abort comes through as it is. */
  #failure(error: unknown, call: Call, deadline: Deadline): unknown {
    if (error instanceof PersonateError) return error;
    if (call.signal?.aborted === true) return error;
    if (deadline.passed) return tooSlow(this.#waitMs(call));
    return unreachable(this.#options.baseUrl, error);
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(error);
  }
}
