import { randomUUID } from 'node:crypto';
import { PersonaRepository, type Database } from '../../src/index.ts';
import { personaDocument } from './persona-document.ts';
import { turnOf } from './turn.ts';

export const secret = 'Zanzibarine';

async function persona(database: Database): Promise<string> {
  const personaId = `p-${randomUUID().slice(0, 8)}`;
  const repository = new PersonaRepository(database.kysely);
  await repository.create(personaDocument(personaId), { origin: 'operator', note: 'made' });
  return personaId;
}

/** A document whose words stand wherever they can come to stand. */
export async function plantDocument(database: Database): Promise<{
  personaId: string;
  documentKey: string;
  /** As the next projection does. */
  project(): Promise<void>;
}> {
  const personaId = await persona(database);
  const run = (text: string, ...values: unknown[]) => database.pool.query(text, values);
  const [documentKey, interviewId, ingestionId] = [randomUUID(), randomUUID(), randomUUID()];
  const externalId = `${interviewId}/1/1-answer`;
  await run(
    `INSERT INTO records.ingestion_job (ingestion_id, persona_id, status, options, file_name, path, progress, report, finished_at)
     VALUES ($1, $2, 'done', '{}', 'x.jsonl', '/x.jsonl', '{}', $3, now())`,
    ingestionId,
    personaId,
    JSON.stringify({ samples: [secret], problems: [{ file: 'x', message: secret }] }),
  );
  await run(
    `INSERT INTO corpus.document (document_key, persona_id, source_id, external_id, hash, document, passages_version, ingestion_id)
     VALUES ($1, $2, 'interview', $3, 'h', $4, 'p1', $5)`,
    documentKey,
    personaId,
    externalId,
    JSON.stringify({ text: secret }),
    ingestionId,
  );
  await run(
    `INSERT INTO corpus.ingestion_document (ingestion_id, document_key, attempt, outcome) VALUES ($1, $2, 1, 'added')`,
    ingestionId,
    documentKey,
  );
  const passageId = randomUUID();
  await run(
    `INSERT INTO corpus.passage (passage_id, document_key, persona_id, source_id, external_id, ordinal, passage)
     VALUES ($1, $2, $3, 'interview', $4, 0, $5)`,
    passageId,
    documentKey,
    personaId,
    externalId,
    JSON.stringify({ text: secret }),
  );
  await run(
    `INSERT INTO corpus.passage_embedding (passage_id, persona_id, identity, text_hash) VALUES ($1, $2, 'i', 'h')`,
    passageId,
    personaId,
  );
  // The second is of a text that no passage has.
  await run(
    `INSERT INTO corpus.embedding (persona_id, identity, text_hash, vector) VALUES ($1, 'i', 'h', '\\x00'), ($1, 'i', 'gone', '\\x00')`,
    personaId,
  );
  await run(
    `INSERT INTO corpus.projected (persona_id, generation, document_key, revision, tally) VALUES ($1, 1, $2, 0, $3)`,
    personaId,
    documentKey,
    JSON.stringify({ terms: { [secret]: 1 } }),
  );
  await run(
    `INSERT INTO serving.generation (persona_uid, generation) SELECT uid, 1 FROM records.persona WHERE id = $1`,
    personaId,
  );
  const serving = `(SELECT serving_id FROM serving.generation JOIN records.persona ON uid = persona_uid WHERE id = $1)`;
  for (const insert of [
    `serving.term (serving_id, term, passages) VALUES (${serving}, $2, 1)`,
    `serving.author (serving_id, word, name, passages) VALUES (${serving}, $2, $2, 1)`,
    `serving.passage_group (serving_id, kind, source_id, passages) VALUES (${serving}, 'social', $2, 1)`,
  ])
    await run(`INSERT INTO ${insert}`, personaId, secret);
  await plantElsewhere(run, { personaId, documentKey, documentId: externalId, interviewId });
  return {
    personaId,
    documentKey,
    async project() {
      await run(
        `UPDATE corpus.projected p SET tally = NULL, revision = d.revision FROM corpus.document d
         WHERE d.document_key = p.document_key AND p.persona_id = $1`,
        personaId,
      );
      for (const table of ['term', 'author', 'passage_group'])
        await run(`DELETE FROM serving.${table} WHERE serving_id = ${serving}`, personaId);
    },
  };
}

async function plantElsewhere(
  run: (text: string, ...values: unknown[]) => Promise<unknown>,
  at: { personaId: string; documentKey: string; documentId: string; interviewId: string },
): Promise<void> {
  const { personaId, documentKey, documentId, interviewId } = at;
  const document = personaDocument(personaId);
  document.persona.typicalResponses.push({
    prompt: 'Your cat?',
    response: secret,
    evidence: [documentId],
  });
  await run(
    `INSERT INTO records.persona_version (persona_id, version, document, origin, note) VALUES ($1, 2, $2, 'derive', '')`,
    personaId,
    JSON.stringify(document),
  );
  await run(
    `INSERT INTO records.persona_proposal (proposal_id, persona_id, base_version, document, origin, note)
     VALUES (gen_random_uuid(), $1, 1, $2, 'derive', '')`,
    personaId,
    JSON.stringify(document),
  );
  const { turnId, conversationId, question, extension } = turnOf(personaId);
  await run(
    `INSERT INTO records.conversation (conversation_id, persona_id, key_id, title, created_at, last_at)
     VALUES ($1, $2, 'k', 'Cats', now(), now())`,
    conversationId,
    personaId,
  );
  const passage = { passageId: randomUUID(), documentId, documentKey };
  const citation = { ...passage, n: 1, source: 's', kind: 'social', stance: 'by', quote: secret };
  await run(
    `INSERT INTO records.turn (turn_id, conversation_id, persona_id, sequence, question, answer, status, extension, evidence, history_digest, created_at)
     VALUES ($1, $2, $3, 1, $4, $5, 'complete', $6, $7, 'd', now())`,
    turnId,
    conversationId,
    personaId,
    question,
    secret,
    JSON.stringify({ ...extension, citations: [citation] }),
    JSON.stringify([{ ...passage, text: secret, score: 1, cited: true }]),
  );
  await run(
    `INSERT INTO records.interview (interview_id, persona_id, role, respondent, audience, questions)
     VALUES ($1, $2, 'subject', 'Mira', '{}', $3)`,
    interviewId,
    personaId,
    JSON.stringify([
      { n: 1, topic: 'life', text: 'Your cat?', why: '', status: 'answered', answer: secret, answeredAt: '2026-01-01T00:00:00.000Z' }, // prettier-ignore
    ]),
  );
  await run(
    `INSERT INTO records.evolution_run (run_id, persona_id, from_sequence, to_sequence, status, steps)
     VALUES (gen_random_uuid(), $1, 0, 1, 'started', $2)`,
    personaId,
    JSON.stringify({ reflect: secret }),
  );
  await run(
    `INSERT INTO records.training_run (run_id, persona_id, status, base_model, held_out_share, document_keys, requested_by)
     VALUES (gen_random_uuid(), $1, 'done', 'small', 0.1, ARRAY[$2::uuid], 'k')`,
    personaId,
    documentKey,
  );
  await run(
    `INSERT INTO records.task (kind, persona_id, input, status, ends_at, output) VALUES ('map', $1, '{}', 'done', now(), $2)`,
    personaId,
    JSON.stringify(secret),
  );
}

/** A user whose words stand wherever they can come to stand. @param options.at SQL: when. */
export async function plantUser(
  database: Database,
  { userId = `ada-${randomUUID().slice(0, 8)}`, at = 'now()' } = {},
): Promise<{ personaId: string; userId: string }> {
  const personaId = await persona(database);
  const run = (text: string, ...values: unknown[]) => database.pool.query(text, values);
  const [conversationId, turnId] = [randomUUID(), randomUUID()];
  await run(
    `INSERT INTO records.conversation (conversation_id, persona_id, key_id, user_id, title, created_at, last_at)
     VALUES ($1, $2, 'k', $3, 'Dogs', ${at}, ${at})`,
    conversationId,
    personaId,
    userId,
  );
  await run(
    `INSERT INTO records.turn (turn_id, conversation_id, persona_id, sequence, user_id, question, answer, status, extension, evidence, history_digest, created_at)
     VALUES ($1, $2, $3, 1, $4, 'My dog?', 'Rex.', 'complete', '{}', '[]', 'd', ${at})`,
    turnId,
    conversationId,
    personaId,
    userId,
  );
  await run(
    `INSERT INTO records.memory (memory_id, persona_id, user_id, text, quote, kind, trust, status, source_turn_id, created_at)
     VALUES (gen_random_uuid(), $1, $2, 'A dog.', 'My dog', 'fact', 'stated', 'active', $3, ${at})`,
    personaId,
    userId,
    turnId,
  );
  await run(
    `INSERT INTO records.memory_counter (persona_id, user_id, revision) VALUES ($1, $2, 1)`,
    personaId,
    userId,
  );
  await run(
    `INSERT INTO records.evolution_run (run_id, persona_id, from_sequence, to_sequence, status, steps, created_at)
     VALUES (gen_random_uuid(), $1, 0, 1, 'started', $2, ${at})`,
    personaId,
    JSON.stringify({ observe: [{ turnId, userId, statements: [] }] }),
  );
  return { personaId, userId };
}
