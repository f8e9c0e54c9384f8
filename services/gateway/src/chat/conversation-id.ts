import { uuidSchema } from '@personate/contracts';
import { v5 } from 'uuid';

/**
 * A client's name for its conversation as our id: a UUID stands for itself, anything else gets one of its own
 * for each key, so that two clients which count from 1 do not meet.
 */
export function conversationId(given: string, keyId: string): string {
  const asUuid = uuidSchema.safeParse(given.toLowerCase());
  return asUuid.success ? asUuid.data : v5(`${keyId}\n${given}`, v5.URL);
}
