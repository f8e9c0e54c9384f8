import { calibrationOptionsSchema, calibrationSchema } from '@personate/contracts';
import { maySee, principalOf } from '../http/access.ts';
import { heartbeatEvent, sendEvents, withHeartbeat } from '../http/event-stream.ts';
import { problemOf } from '../http/handle-errors.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { streamText } from '../http/stream-text.ts';
import { tellProgress } from '../http/tell-progress.ts';
import { personaParams, type App, type RouteContext } from '../route-context.ts';
import type { FastifyRequest } from 'fastify';

const progressMs = 500;

export function routeCalibrations(app: App, { deps, config, closed }: RouteContext): void {
  app.post(
    '/v1/personas/:id/calibrations',
    {
      config: {
        access: ['review'],
        answerMs: bounds.inspectMs + bounds.answerMs,
        events: 'calibration',
      },
      schema: {
        operationId: 'calibratePersona',
        summary:
          'Measure where the persona’s knowledge ends and propose the threshold that comes of it; ' +
          'as events where the client accepts them',
        tags: ['Proposals'],
        params: personaParams,
        body: calibrationOptionsSchema,
        response: { 200: calibrationSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await deps.personas.get(id);
      const principal = principalOf(request);
      const input = {
        personaId: id,
        options: request.body,
        maySee: (personaId: string) => maySee(principal, personaId),
        signal: requestSignal(reply, bounds.inspectMs, closed),
      };
      if (request.headers.accept?.includes('text/event-stream') !== true)
        return deps.calibrate(input);
      const events = tellProgress((onProgress) => deps.calibrate({ ...input, onProgress }), {
        intervalMs: progressMs,
      });
      return sendEvents(
        reply,
        streamText(withHeartbeat(events, config.heartbeatMs ?? 15_000), {
          heartbeat: heartbeatEvent,
          problemOf: (error) => problemOf(error, request as FastifyRequest),
        }),
      );
    },
  );
}
