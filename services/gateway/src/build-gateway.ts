import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { GatewayConfig, GatewayDeps } from './deps.ts';
import { setAnswerDeadline } from './http/answer-deadline.ts';
import { setBodyDeadline } from './http/body-deadline.ts';
import { closeWithGrace } from './http/close-with-grace.ts';
import { describeApi } from './http/describe-api.ts';
import { guardRoutes, type GuardedRoute } from './http/guard.ts';
import { handleErrors } from './http/handle-errors.ts';
import { hearOut } from './http/hear-out.ts';
import { logRequests } from './http/log-requests.ts';
import { serveConsole } from './http/serve-console.ts';
import { refuseUnstorable } from './http/refuse-unstorable.ts';
import { bounds, serverOptions } from './http/server-options.ts';
import { observeRequests } from './observe/observe-requests.ts';
import type { RouteContext } from './route-context.ts';
import { routeCalibrations } from './routes/calibrations.ts';
import { routeCharacters } from './routes/characters.ts';
import { routeChat } from './routes/chat.ts';
import { routeCommon } from './routes/common.ts';
import { routeConsent } from './routes/consent.ts';
import { routeConversations } from './routes/conversations.ts';
import { routeExplanations } from './routes/explanations.ts';
import { routeDiagnosis } from './routes/diagnosis.ts';
import { routeErasures } from './routes/erasures.ts';
import { routeGenerations } from './routes/generations.ts';
import { routeHealth } from './routes/health.ts';
import { routeIngestions } from './routes/ingestions.ts';
import { routeInspect } from './routes/inspect.ts';
import { routeKeys } from './routes/keys.ts';
import { routeKnowledge } from './routes/knowledge.ts';
import { routeKnowledgeManifest } from './routes/knowledge-manifest.ts';
import { routeMemories } from './routes/memories.ts';
import { routeMetrics } from './routes/metrics.ts';
import { routeModels } from './routes/models.ts';
import { routePacks } from './routes/packs.ts';
import { routePersonas } from './routes/personas.ts';
import { routeQueues } from './routes/queues.ts';
import { routeInterviews } from './routes/interviews.ts';
import { routeProposals } from './routes/proposals.ts';
import { routeSession } from './routes/session.ts';
import { routeTone } from './routes/tone.ts';
import { routeTraining } from './routes/training.ts';
import { routeUsers } from './routes/users.ts';
import { routeVersions } from './routes/versions.ts';
import { openUploadTokens } from './uploads/upload-tokens.ts';

/**
 * The HTTP server, ready to listen. `close()` ends what only watches at once, and answers under way after a grace.
 * @returns the server, its route table as it was registered, and what comes before `close()` where others serve too.
 */
export async function buildGateway(
  deps: GatewayDeps,
  config: GatewayConfig,
): Promise<{
  app: FastifyInstance;
  routes: readonly GuardedRoute[];
  drain: (drainMs: number) => Promise<void>;
}> {
  const app = Fastify(serverOptions(deps)).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.server.maxConnections = bounds.connections;

  const { closing, closed, drain, isDraining } = closeWithGrace(
    app,
    config.closingGraceMs ?? bounds.closingGraceMs,
  );
  handleErrors(app);
  observeRequests(app, deps.telemetry);
  logRequests(app);
  setAnswerDeadline(app, config.answerMs ?? bounds.answerMs);
  const { routes, limits } = await guardRoutes(app, deps, config);
  await app.register(multipart, {
    limits: { files: 1, fields: 40, fieldSize: 10_000, fieldNameSize: 100, headerPairs: 50 },
  });
  setBodyDeadline(app, bounds.bodyDeadlineMs);
  hearOut(app, bounds.hearOutMs);
  refuseUnstorable(app);
  await describeApi(app, { version: config.version, routes });

  const context: RouteContext = {
    deps,
    config,
    uploadTokens: openUploadTokens({
      now: deps.now,
      secret: deps.uploadSecret,
      spend: (blobId, endsAt) => deps.spendUpload(blobId, endsAt),
    }),
    closing,
    closed,
    isDraining,
  };
  routeHealth(app, context);
  if (config.servesMetrics === true) routeMetrics(app, context);
  routeDiagnosis(app, context);
  routeQueues(app, context);
  routeSession(app, context, limits);
  routeChat(app, context);
  routeModels(app, context);
  // In a scope of its own: only these routes read YAML.
  await app.register(async (scope) => routePersonas(scope, context));
  routeConsent(app, context);
  routeCharacters(app, context);
  routePacks(app, context);
  routeCommon(app, context);
  routeVersions(app, context);
  routeProposals(app, context);
  routeInterviews(app, context);
  routeCalibrations(app, context);
  routeExplanations(app, context);
  routeTone(app, context);
  routeTraining(app, context);
  routeIngestions(app, context);
  routeInspect(app, context);
  routeKnowledge(app, context);
  routeKnowledgeManifest(app, context);
  routeGenerations(app, context);
  routeConversations(app, context);
  routeMemories(app, context);
  routeKeys(app, context);
  routeUsers(app, context);
  routeErasures(app, context);
  if (config.consoleDir !== undefined) await serveConsole(app, config.consoleDir);
  return { app, routes, drain };
}
