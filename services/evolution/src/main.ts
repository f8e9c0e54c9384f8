import { runService } from '@personate/chassis';
import { startEvolutionService } from './start-evolution-service.ts';

await runService({
  name: 'evolution',
  env: process.env,
  required: ['DATABASE_URL', 'REDIS_URL'],
  start: startEvolutionService,
});
