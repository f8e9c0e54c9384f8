import { ExpectedError } from '@personate/contracts';
import OpenAI, { toFile } from 'openai';
import { endpointError, failureOf } from './endpoint-failure.ts';
import type { JobState, TuningEndpoint } from './tuning-endpoint.ts';

export interface OpenAiTuningEndpointOptions {
  /** With its `/v1`. */
  baseUrl: string;
  /** Local servers need none. */
  apiKey?: string | undefined;
  /** Of one call; an upload is given ten times as long. Default 30,000. */
  timeoutMs?: number;
}

const underWay: ReadonlySet<string> = new Set(['validating_files', 'queued', 'running', 'paused']);
const page = { limit: 100 } as const;
const isCode = /^[\w.-]{1,100}$/;

/** Any endpoint that tunes models as OpenAI's does: `/files` and `/fine_tuning/jobs`. */
export class OpenAiTuningEndpoint implements TuningEndpoint {
  readonly #client: OpenAI;
  readonly #baseUrl: string;
  readonly #timeoutMs: number;

  constructor({ baseUrl, apiKey, timeoutMs = 30_000 }: OpenAiTuningEndpointOptions) {
    this.#baseUrl = baseUrl;
    this.#timeoutMs = timeoutMs;
    // What the client would read of the environment is said here, so that it reads nothing.
    this.#client = new OpenAI({
      baseURL: baseUrl,
      apiKey: apiKey ?? 'none',
      organization: null,
      project: null,
      webhookSecret: null,
      adminAPIKey: null,
      logLevel: 'off',
      maxRetries: 0,
      fetchOptions: { redirect: 'error' },
    });
  }

  upload({ name, text }: { name: string; text: string }, signal: AbortSignal): Promise<string> {
    return this.#call(signal, async (options) => {
      const file = await toFile(Buffer.from(text), name, { type: 'application/jsonl' });
      const sent = await this.#client.files.create(
        { file, purpose: 'fine-tune' },
        { ...options, timeout: this.#timeoutMs * 10 },
      );
      return idOf(sent);
    });
  }

  findFiles(beginning: string, signal: AbortSignal): Promise<string[]> {
    return this.#call(signal, async (options) => {
      const query = { ...page, purpose: 'fine-tune', order: 'desc' } as const;
      const { data } = await this.#client.files.list(query, options);
      return data
        .filter(({ filename }) => String(filename).startsWith(beginning))
        .map(({ id }) => id);
    });
  }

  removeFile(fileId: string, signal: AbortSignal): Promise<void> {
    return this.#unlessGone(signal, (options) => this.#client.files.delete(fileId, options));
  }

  start(
    { model, train, heldOut }: { model: string; train: string; heldOut: string | undefined },
    signal: AbortSignal,
  ): Promise<string> {
    const job = {
      model,
      training_file: train,
      ...(heldOut === undefined ? {} : { validation_file: heldOut }),
    };
    return this.#call(signal, async (options) =>
      idOf(await this.#client.fineTuning.jobs.create(job, options)),
    );
  }

  findJobs(fileIds: readonly string[], signal: AbortSignal): Promise<string[]> {
    return this.#call(signal, async (options) => {
      const { data } = await this.#client.fineTuning.jobs.list(page, options);
      return data
        .filter(({ training_file }) => fileIds.includes(training_file))
        .map(({ id }) => id);
    });
  }

  state(jobId: string, signal: AbortSignal): Promise<JobState> {
    return this.#call(signal, async (options): Promise<JobState> => {
      const job = await this.#client.fineTuning.jobs.retrieve(jobId, options);
      const { status, fine_tuned_model: tunedModel, error } = job;
      if (underWay.has(status)) return { status: 'under-way', progress: status };
      if (status === 'succeeded' && typeof tunedModel === 'string' && tunedModel !== '')
        return { status: 'done', tunedModel };
      if (status === 'cancelled') return { status };
      if (status !== 'failed') throw endpointError('garbage', this.#baseUrl);
      // Its message may hold anything.
      const code = error?.code ?? '';
      return { status, reason: isCode.test(code) ? code : 'unknown' };
    });
  }

  async cancel(jobId: string, signal: AbortSignal): Promise<void> {
    await this.#unlessGone(signal, (options) =>
      this.#client.fineTuning.jobs.cancel(jobId, options),
    );
  }

  /** 400 and 409: what has ended cannot be ended. */
  #unlessGone(
    signal: AbortSignal,
    call: (options: { signal: AbortSignal; timeout: number }) => Promise<unknown>,
  ): Promise<void> {
    return this.#call(signal, async (options) => {
      await call(options).catch((error: unknown) => {
        const isGone =
          error instanceof OpenAI.APIError && [400, 404, 409].includes(error.status as number);
        if (!isGone) throw error;
      });
    });
  }

  async #call<Answer>(
    signal: AbortSignal,
    call: (options: { signal: AbortSignal; timeout: number }) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return await call({ signal, timeout: this.#timeoutMs });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ExpectedError) throw error;
      const status = error instanceof OpenAI.APIError ? error.status : undefined;
      throw endpointError(failureOf(error), this.#baseUrl, status as number | undefined);
    }
  }
}

/** What calls itself compatible may answer anything. */
function idOf(answer: { id?: unknown }): string {
  if (typeof answer.id === 'string' && answer.id !== '' && answer.id.length <= 500)
    return answer.id;
  throw new SyntaxError('the answer has no id');
}
