import {
  deriveOptionsSchema,
  ExpectedError,
  personaProposalSchema,
  personaVersionSchema,
  proposalChoiceSchema,
  proposalDetailSchema,
  proposalSummarySchema,
} from '@personate/contracts';
import { diffPersona } from '@personate/personas';
import { z } from 'zod';
import { headTag } from '../expected-head.ts';
import { principalOf } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { mergeProposal } from '../merge-proposal.ts';
import { confirmSubject, requireSameSubject } from '../require-same-subject.ts';
import {
  listOf,
  nothing,
  personaParams,
  queryFlag,
  type App,
  type RouteContext,
} from '../route-context.ts';

const tags = ['Proposals'];
const proposalParams = personaParams.extend({ proposalId: z.uuid() });

export function routeProposals(app: App, { deps, closed }: RouteContext): void {
  const { personas } = deps;

  app.get(
    '/v1/personas/:id/proposals',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'listProposals',
        summary: 'Versions that somebody may accept, and what became of earlier ones; newest first',
        tags,
        params: personaParams,
        querystring: z.object({ status: personaProposalSchema.shape.status.optional() }),
        response: { 200: listOf(proposalSummarySchema) },
      },
    },
    async (request) => {
      const { status } = request.query;
      const proposals = await personas.listProposals(request.params.id);
      return {
        items: proposals.filter((proposal) => status === undefined || proposal.status === status),
      };
    },
  );

  app.get(
    '/v1/personas/:id/proposals/:proposalId',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'readProposal',
        summary: 'A proposal, with what it would change',
        tags,
        params: proposalParams,
        response: { 200: proposalDetailSchema },
      },
    },
    async (request) => {
      const { id, proposalId } = request.params;
      const proposal = await personas.getProposal(id, proposalId);
      const base = await personas.version(id, proposal.baseVersion);
      return { ...proposal, changes: diffPersona(base.document, proposal.document) };
    },
  );

  app.post(
    '/v1/personas/:id/proposals/:proposalId/accept',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'acceptProposal',
        summary:
          'Apply what the proposal changes to the head, or those of its changes that the body chooses; ' +
          '`force` takes its side where the head was changed there too; only an admin changes subject or consent by it',
        tags,
        params: proposalParams,
        querystring: z.object({ force: queryFlag.default(false), confirmSubject }),
        body: proposalChoiceSchema.nullish(),
        response: { 200: personaVersionSchema },
      },
    },
    async (request, reply) => {
      const { id, proposalId } = request.params;
      const choice = { ...request.body, force: request.query.force };
      const principal = principalOf(request);
      const version = await personas.acceptProposal(id, proposalId, (sides) => {
        const merged = mergeProposal(sides, choice);
        requireSameSubject(
          principal,
          sides.head.document,
          merged.document,
          request.query.confirmSubject,
        );
        return merged;
      });
      return reply.header('etag', headTag(version.version)).send(version);
    },
  );

  app.post(
    '/v1/personas/:id/proposals/:proposalId/dismiss',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'dismissProposal',
        summary: 'Close the proposal without a change',
        tags,
        params: proposalParams,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await personas.dismissProposal(request.params.id, request.params.proposalId);
      return reply.code(204).send();
    },
  );

  app.post(
    '/v1/personas/:id/derive',
    {
      config: { access: ['review'], answerMs: bounds.inspectMs + bounds.answerMs },
      schema: {
        operationId: 'derivePersona',
        summary:
          'Draft the persona from its documents, as a proposal; a configured model reads excerpts unless `model` is false',
        tags,
        params: personaParams,
        body: deriveOptionsSchema.nullish(),
        response: { 201: personaProposalSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await personas.get(id);
      const signal = requestSignal(reply, bounds.inspectMs, closed);
      const { model } = deriveOptionsSchema.parse(request.body ?? {});
      const proposal = await deps.derive({ personaId: id, model, signal });
      if (proposal === null) throw nothingToDerive();
      return reply
        .code(201)
        .header('location', `/v1/personas/${id}/proposals/${proposal.proposalId}`)
        .send(proposal);
    },
  );
}

function nothingToDerive(): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'persona.nothing-to-derive',
    'Its documents say nothing that the persona does not hold already.',
    { fix: 'Ingest more of the persona’s own words first.' },
  );
}
