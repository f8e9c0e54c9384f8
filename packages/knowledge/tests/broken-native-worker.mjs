import { parentPort } from 'node:worker_threads';

parentPort.postMessage({ ready: false, error: 'no binary for this platform' });
