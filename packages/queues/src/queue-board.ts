import { pokeSchema } from '@personate/contracts';
import type { createBullBoard } from '@bull-board/api';
import type { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { Queue } from 'bullmq';
import type { AnyQueue } from './queue-backend.ts';

type Adapter = Parameters<typeof createBullBoard>[0]['serverAdapter'];
type ApiRoute = Parameters<Adapter['setApiRoutes']>[0][number];
type BoardQueues = Parameters<Adapter['setQueues']>[0];
type UiConfig = Parameters<Adapter['setUIConfig']>[0];

/** Bull Board, to be looked at only: what failed is announced again by a sweep. */
export interface QueueBoard {
  /** Put into the page for its program; no secret is in it. */
  uiConfig: object;
  /** What its program reads; null for an address that is none. @param path with its first slash. */
  read(
    path: string,
    query: Record<string, unknown>,
  ): Promise<{ status: number; body: unknown } | null>;
}

/** Loaded when somebody asks for it. Of a job's data it shows what a poke has, and nothing that may come to stand beside. */
export async function openQueueBoard(
  queues: Iterable<AnyQueue>,
  options: { uiDir: string; isServer: boolean },
): Promise<QueueBoard> {
  const [{ createBullBoard: create }, { BullMQAdapter: BoardAdapter }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
  ]);
  const shown = [...queues].map((queue) => {
    if (!(queue instanceof Queue)) throw new Error('the board shows queues of BullMQ only');
    const adapter = readableJobs(new BoardAdapter(queue, { readOnlyMode: true }), queue);
    adapter.setFormatter('data', (data) => pokeSchema.partial().safeParse(data).data ?? {});
    return adapter;
  });
  const held = new HeldBoard();
  create({
    queues: shown,
    serverAdapter: held,
    options: {
      uiBasePath: options.uiDir,
      uiConfig: {
        boardTitle: 'Personate: queues',
        // It leads to Bull Board's own site, which says nothing of these queues.
        hideDocsLink: true,
        // Else it would say that nobody works, under the sign of Redis.
        showWorkers: options.isServer,
        hideRedisDetails: !options.isServer,
      },
    },
  });
  return held;
}

/** Without jobs that are no JSON: nobody here wrote them, and one would hide all others of its page. */
function readableJobs(adapter: BullMQAdapter, queue: Queue): BullMQAdapter {
  const all = adapter.getJobs.bind(adapter);
  adapter.getJob = (id) => queue.getJob(id).catch(unlessNoJson);
  adapter.getJobs = async (statuses, start, end) => {
    const jobs = await all(statuses, start, end).catch(unlessNoJson);
    if (jobs !== undefined) return jobs;
    const ids = await queue.getRanges(
      statuses.filter((status) => status !== 'paused'),
      start,
      end,
    );
    const found = await Promise.all(ids.map((id) => adapter.getJob(id)));
    return found.filter((job) => job !== undefined);
  };
  return adapter;
}

function unlessNoJson(error: unknown): undefined {
  if (!(error instanceof Error) || error.name !== 'SyntaxError') throw error;
}

/** Keeps what Bull Board would have a web server do. */
class HeldBoard implements Adapter, QueueBoard {
  uiConfig: UiConfig = {};
  #queues: BoardQueues = new Map();
  #routes: Array<{ pattern: RegExp; names: string[]; route: ApiRoute }> = [];

  async read(path: string, query: Record<string, unknown>) {
    for (const { pattern, names, route } of this.#routes) {
      const found = pattern.exec(path);
      if (found === null) continue;
      const params = Object.fromEntries(names.map((name, at) => [name, found[at + 1]]));
      const { uiConfig } = this;
      const request = { queues: this.#queues, uiConfig, query, params, body: {}, headers: {} };
      const { status = 200, body } = await route.handler(request);
      return { status, body };
    }
    return null;
  }

  setQueues(queues: BoardQueues): this {
    this.#queues = queues;
    return this;
  }

  setApiRoutes(routes: ApiRoute[]): this {
    this.#routes = routes
      .filter(({ method }) => [method].flat().includes('get'))
      .flatMap((route) =>
        [route.route].flat().map((template) => {
          const names = [...template.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
          const pattern = new RegExp(`^${template.replace(/:\w+/g, '([^/]+)')}$`);
          return { pattern, names, route };
        }),
      );
    return this;
  }

  setUIConfig(config: UiConfig): this {
    this.uiConfig = config;
    return this;
  }

  setViewsPath(): this {
    return this;
  }

  setStaticPath(): this {
    return this;
  }

  setEntryRoute(): this {
    return this;
  }

  setErrorHandler(): this {
    return this;
  }
}
