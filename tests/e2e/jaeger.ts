import { z } from 'zod';

const traces = z.object({
  data: z.array(
    z.object({
      spans: z.array(z.object({ operationName: z.string(), processID: z.string() })),
      processes: z.record(z.string(), z.object({ serviceName: z.string() })),
    }),
  ),
});

/** Its query API. @param get what stands at a path of it */
export function openJaeger(get: (path: string) => Promise<string>) {
  return {
    async spansOf(traceId: string): Promise<Array<{ name: string; service: string }>> {
      const { data } = traces.parse(JSON.parse(await get(`/api/traces/${traceId}`)));
      return data.flatMap(({ spans, processes }) =>
        spans.map(({ operationName, processID }) => ({
          name: operationName,
          service: processes[processID]?.serviceName ?? '',
        })),
      );
    },
  };
}
