import { Pool } from 'pg';
import type { EmbeddedSession } from './embedded-session.ts';
import { EmbeddedSocket } from './embedded-socket.ts';

/** A pg pool whose clients share the one embedded session. */
export function embeddedPool(session: EmbeddedSession, searchPath: string): Pool {
  return new Pool({
    // Clients cost nothing here; BullMQ keeps one of them per queue, worker and listener.
    max: 100,
    idleTimeoutMillis: 1_000,
    allowExitOnIdle: true,
    ssl: false,
    user: 'postgres',
    database: 'postgres',
    password: '',
    stream: () => new EmbeddedSocket(session, searchPath),
  });
}
