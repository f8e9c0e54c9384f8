import { parentPort } from 'node:worker_threads';

// A runtime that never comes to an end of loading; it can still be closed.
parentPort.on('message', ({ close }) => close && process.exit(0));
