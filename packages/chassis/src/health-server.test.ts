import { afterEach, describe, expect, it } from '@jest/globals';
import type { HealthChecks } from './check-health.ts';
import { openHealthServer } from './health-server.ts';

describe('the health of a service that serves nothing else', () => {
  let server: Awaited<ReturnType<typeof openHealthServer>> | undefined;
  afterEach(() => server?.close());
  const warnings: object[] = [];

  async function ask(checks: HealthChecks, path: string): Promise<[number, unknown]> {
    server = await openHealthServer({
      port: 0,
      host: '127.0.0.1',
      checks,
      log: { warn: (fields: object) => void warnings.push(fields) },
    });
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
    return [response.status, await response.json()];
  }

  it('is ready when all its parts work', async () => {
    expect(await ask({ database: () => Promise.resolve() }, '/health/ready')).toEqual([
      200,
      { status: 'ready', checks: { database: { ok: true, ms: expect.any(Number) } } },
    ]);
  });

  it('is not ready when one fails, and says why in the log only', async () => {
    const failed = new Error('password of somebody');
    const [status, body] = await ask(
      { database: () => Promise.reject(failed), queue: () => Promise.resolve() },
      '/health/ready',
    );
    expect([status, body]).toMatchObject([
      503,
      { status: 'not-ready', checks: { database: { ok: false }, queue: { ok: true } } },
    ]);
    expect(warnings).toContainEqual({ check: 'database', err: failed });
  });

  it('lives as long as it answers', async () => {
    const [status] = await ask(
      { database: () => Promise.reject(new Error('gone')) },
      '/health/live',
    );
    expect(status).toBe(200);
  });
});
