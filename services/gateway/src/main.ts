import { readFileSync } from 'node:fs';
import { reachableModel, runService } from '@personate/chassis';
import { startGateway } from './start-gateway.ts';

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

await runService({
  name: 'gateway',
  env: process.env,
  required: ['DATABASE_URL', 'REDIS_URL', 'PERSONATE_ADMIN_KEY', reachableModel],
  start: (ground) => startGateway(ground, version),
});
