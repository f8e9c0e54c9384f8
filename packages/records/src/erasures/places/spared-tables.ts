const ids = 'ids, numbers and instants alone';
const ofUsers = 'holds what users said, which no document tells';
const kept = 'says that it was there, by id and hash: an audit, and what keeps it from coming back';
const ofPersona = 'of the persona as a whole';
const processes = 'of processes';

/** Tables that an erasure of a document or of a user passes by, and why. Exhaustive on purpose, with the places. */
export const sparedTables: Readonly<Record<'document' | 'user', Readonly<Record<string, string>>>> =
  {
    document: {
      'records.persona': ofPersona,
      'records.persona_file': 'given by the operator, not made of documents',
      'records.conversation': ofUsers,
      'records.turn_counter': ids,
      'records.memory': ofUsers,
      'records.memory_counter': ids,
      'records.api_key': 'of keys',
      'records.spent_login': 'of keys',
      'records.lease': processes,
      'records.service_instance': processes,
      'records.move': processes,
      'records.evolution_cursor': ids,
      'records.knowledge_generation': ofPersona,
      'records.erasure': kept,
      'corpus.document_version': kept,
      'corpus.revision': ids,
      'corpus.ingestion_document': ids,
      'corpus.touched_thread': 'names a thread until its neighbours are told',
      'corpus.seed_source': ofPersona,
      'corpus.common_set': 'a set is a document of its own, which its operator deletes',
      'corpus.common_attachment': ids,
      'serving.generation': ids,
    },
    user: {
      'records.persona': ofPersona,
      'records.persona_version': 'holds no words of one asker alone',
      'records.persona_proposal': 'holds no words of one asker alone',
      'records.persona_file': ofPersona,
      'records.interview': 'names a respondent, who is no user of the persona',
      'records.turn_counter': ids,
      'records.api_key': 'of keys',
      'records.spent_login': 'of keys',
      'records.lease': processes,
      'records.service_instance': processes,
      'records.move': processes,
      'records.evolution_cursor': ids,
      'records.ingestion_job': 'of documents',
      'records.knowledge_generation': ofPersona,
      'records.training_run': 'a set holds no turn and no memory',
      'records.task': 'asked for by operators; what an interview or a chat says is in none',
      'records.erasure': 'names the user until it is done, then a salted digest',
      'corpus.document': 'of documents',
      'corpus.passage': 'of documents',
      'corpus.projected': 'of documents',
      'corpus.embedding': 'of documents',
      'corpus.passage_embedding': 'of documents',
      'corpus.document_version': 'of documents',
      'corpus.revision': ids,
      'corpus.ingestion_document': ids,
      'corpus.touched_thread': 'of documents',
      'corpus.seed_source': ofPersona,
      'corpus.common_set': 'of documents',
      'corpus.common_attachment': ids,
      'serving.generation': ids,
      'serving.term': 'of documents',
      'serving.author': 'of documents',
      'serving.passage_group': 'of documents',
    },
  };

/** Tables that say nothing of any persona, or that outlive one. */
export const beyondPersonas: Readonly<Record<string, string>> = {
  'records.persona': 'the persona itself',
  'records.api_key': 'loses the persona from its list',
  'records.lease': processes,
  'records.service_instance': processes,
  'records.spent_login': 'of keys',
  'records.move': processes,
  'records.erasure': 'the receipt',
  'corpus.common_set': 'is shared',
};
