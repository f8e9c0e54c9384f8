import {
  interviewAnswerSchema,
  interviewSchema,
  newInterviewSchema,
  settledInterviewSchema,
  uuidSchema,
} from '@personate/contracts';
import { z } from 'zod';
import { principalOf } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { answerInterview, beginInterview, settleInterview } from '../interview-persona.ts';
import { listOf, pageLimit, personaParams, type App, type RouteContext } from '../route-context.ts';

const tags = ['Interviews'];
const params = personaParams.extend({ interviewId: uuidSchema });

export function routeInterviews(app: App, { deps, closed }: RouteContext): void {
  const { interviews, personas } = deps;
  app.post(
    '/v1/personas/:id/interviews',
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'beginInterview',
        summary: 'Choose 20 to 40 questions by what the persona lacks or is not sure of',
        tags,
        params: personaParams,
        body: newInterviewSchema.nullish(),
        response: { 201: interviewSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const interview = await beginInterview(deps, { personaId: id, wanted: request.body ?? {} });
      return reply
        .code(201)
        .header('location', `/v1/personas/${id}/interviews/${interview.interviewId}`)
        .send(interview);
    },
  );

  app.get(
    '/v1/personas/:id/interviews',
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'listInterviews',
        summary: 'A persona’s interviews, newest first',
        tags,
        params: personaParams,
        querystring: z.object({ limit: pageLimit(200, 50) }),
        response: { 200: listOf(interviewSchema) },
      },
    },
    async (request) => {
      const { id } = request.params;
      await personas.get(id);
      return { items: await interviews.list(id, { limit: request.query.limit }) };
    },
  );

  app.get(
    '/v1/personas/:id/interviews/:interviewId',
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'readInterview',
        summary: 'An interview with its questions and the answers so far',
        tags,
        params,
        response: { 200: interviewSchema },
      },
    },
    (request) => interviews.get(request.params.id, request.params.interviewId),
  );

  app.post(
    '/v1/personas/:id/interviews/:interviewId/answers',
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'answerInterview',
        summary:
          'Answer a question or skip it; a later answer replaces it, and one that was taken in is erased when it is skipped',
        tags,
        params,
        body: interviewAnswerSchema,
        response: { 200: interviewSchema },
      },
    },
    (request, reply) => {
      const { id, interviewId } = request.params;
      return answerInterview(deps, {
        personaId: id,
        interviewId,
        answer: request.body,
        requestedBy: principalOf(request).keyId,
        signal: requestSignal(reply, bounds.workMs, closed),
      });
    },
  );

  app.post(
    '/v1/personas/:id/interviews/:interviewId/finish',
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'finishInterview',
        summary: 'Ingest the answers so far; an interview with open questions can be gone on with',
        tags,
        params,
        response: { 202: settledInterviewSchema },
      },
    },
    async (request, reply) => {
      const { id, interviewId } = request.params;
      const signal = requestSignal(reply, bounds.answerMs, closed);
      const settled = await settleInterview(deps, { personaId: id, interviewId, signal });
      return reply.code(202).send(settled);
    },
  );
}
