import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { personaIdSchema } from '@personate/contracts';
import { z } from 'zod';
import type { GatewayConfig, GatewayDeps } from './deps.ts';
import type { UploadTokens } from './uploads/upload-tokens.ts';

/** The server as routes see it: their zod schemas type the handlers. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface RouteContext {
  deps: GatewayDeps;
  config: GatewayConfig;
  uploadTokens: UploadTokens;
  /** Ends what only watches: the server is closing. */
  closing: AbortSignal;
  /** Ends what is still being answered a while after that. */
  closed: AbortSignal;
  /** It still answers, but others are to be asked from now on. */
  isDraining: () => boolean;
}

export const personaParams = z.object({ id: personaIdSchema });
export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });
export const nothing = z.undefined().describe('Done');
/** Query strings say everything as text. */
export const queryFlag = z
  .enum(['true', 'false', '1', '0'])
  .transform((text) => text === 'true' || text === '1');
export const pageLimit = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual);
