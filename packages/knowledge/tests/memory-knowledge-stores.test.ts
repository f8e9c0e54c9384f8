import { knowledgeStoresContract } from '../src/knowledge-stores-contract.ts';
import { MemoryKnowledgeStores } from '../src/stores/memory-knowledge-stores.ts';

knowledgeStoresContract(
  'memory',
  async () => ({ stores: new MemoryKnowledgeStores() }),
  async () => undefined,
);
