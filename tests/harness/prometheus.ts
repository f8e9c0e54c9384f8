import { z } from 'zod';

const answer = z.object({ status: z.literal('success'), data: z.unknown() });
const sample = z.object({
  metric: z.record(z.string(), z.string()),
  value: z.tuple([z.number(), z.string()]),
});
const labels = z.record(z.string(), z.string());

export type Prometheus = ReturnType<typeof openPrometheus>;

/** Its HTTP API. @param get what stands at a path of it */
export function openPrometheus(get: (path: string) => Promise<string>) {
  async function ask<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    const { data } = answer.parse(JSON.parse(await get(`/api/v1/${path}`)));
    return schema.parse(data);
  }
  return {
    /** Series that it has for a query now, without those whose value is no number. */
    async query(expr: string): Promise<Array<z.output<typeof sample>>> {
      const { result } = await ask(
        `query?query=${encodeURIComponent(expr)}`,
        z.object({ resultType: z.literal('vector'), result: z.array(sample) }),
      );
      return result.filter(({ value: [, one] }) => one !== 'NaN');
    },
    async targets() {
      const data = z.object({
        activeTargets: z.array(
          z.object({ labels, health: z.string(), lastError: z.string(), scrapeUrl: z.string() }),
        ),
      });
      return (await ask('targets?state=active', data)).activeTargets;
    },
    async rules() {
      const rule = z.object({
        name: z.string(),
        health: z.string(),
        lastError: z.string().optional(),
      });
      const data = z.object({ groups: z.array(z.object({ rules: z.array(rule) })) });
      return (await ask('rules?type=alert', data)).groups.flatMap(({ rules }) => rules);
    },
    async alerts() {
      const data = z.object({
        alerts: z.array(
          z.object({ labels, state: z.enum(['pending', 'firing']), activeAt: z.string() }),
        ),
      });
      return (await ask('alerts', data)).alerts;
    },
  };
}
