import { runService } from '@personate/chassis';
import { startIngestionService } from './start-ingestion-service.ts';

await runService({
  name: 'ingestion',
  env: process.env,
  required: ['DATABASE_URL', 'REDIS_URL'],
  start: startIngestionService,
});
