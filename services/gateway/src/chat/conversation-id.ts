import { uuidSchema } from '@personate/contracts';
import { v5 } from 'uuid';

/**
 * A client's name for its conversation as our id: a UUID stands for itself, anything else gets one of its own
 * for each key, so that two clients which count from 1 do not meet.
 */
export function conversationId(given: string, keyId: string): string {
  const asUuid = uuidSchema.safeParse(given.toLowerCase());
  // As bytes: uuid refuses a string with half a surrogate pair.
  return asUuid.success ? asUuid.data : v5(Buffer.from(`${keyId}\n${given}`), v5.URL);
}
