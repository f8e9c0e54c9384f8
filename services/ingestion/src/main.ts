import { runService } from '@personate/chassis';
import { startIngestionService } from './start-ingestion-service.ts';

await runService({
  name: 'ingestion',
  env: process.env,
  required: [
    'DATABASE_URL',
    'REDIS_URL',
    {
      name: 'QDRANT_API_KEY',
      where: 'PERSONATE_KNOWLEDGE_STORE',
      is: ['qdrant', 'qdrant-shared'],
    },
  ],
  start: startIngestionService,
});
