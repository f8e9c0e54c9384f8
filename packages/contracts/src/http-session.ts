import { z } from 'zod';
import { instantSchema } from './ids.ts';
import { principalSchema } from './keys.ts';

/** Who the request's key or cookie stands for. */
export const sessionSchema = z
  .object({
    principal: principalSchema,
    /** `cookie` for a console login. */
    by: z.enum(['key', 'cookie']),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

/** For one login, within ten minutes. Put it in the fragment of the console's address: `/#token=…`. */
export const loginTokenSchema = z
  .object({ token: z.string(), expiresAt: instantSchema })
  .meta({ id: 'LoginToken' });
export type LoginToken = z.infer<typeof loginTokenSchema>;
