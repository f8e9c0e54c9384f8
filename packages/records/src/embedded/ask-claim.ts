import { connect } from 'node:net';

const answerMs = 10_000;

const byError: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'dead',
  ENOENT: 'dead',
  ECONNRESET: 'leaving',
  EPIPE: 'leaving',
};

/** What stands behind a lock's socket: `dead`, `held`, `leaving`, or the name of one who claims it. */
export function askClaim(path: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ path });
    const done = (answer: string) => {
      socket.destroy();
      resolve(answer);
    };
    // Alive, for its socket is bound, but too busy to say more: not ours to take.
    socket.setTimeout(answerMs, () => done('held'));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) done(text.slice(0, text.indexOf('\n')));
    });
    socket.on('end', () => done('leaving'));
    socket.on('error', (error: NodeJS.ErrnoException) => done(byError[error.code ?? ''] ?? 'held'));
  });
}
