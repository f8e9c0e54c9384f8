import {
  personaMissing,
  type Interview,
  type InterviewAnswer,
  type InterviewQuestion,
} from '@personate/contracts';
import type { Kysely } from 'kysely';
import { isUuid } from '../is-uuid.ts';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import { interviewMissing, questionMissing, toInterview } from './interview-rows.ts';

export type NewInterviewRow = Pick<
  Interview,
  'interviewId' | 'personaId' | 'role' | 'respondent' | 'audience' | 'questions'
>;

/** Interviews, each answer stored as it is given. Calls on one throw ExpectedError `interview.missing`. */
export class InterviewRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** @throws ExpectedError personaMissing. */
  async create(interview: NewInterviewRow): Promise<Interview> {
    return this.#db.transaction().execute(async (trx) => {
      const persona = await trx
        .selectFrom('records.persona')
        .select('id')
        .where('id', '=', interview.personaId)
        .forShare()
        .executeTakeFirst();
      if (!persona) throw personaMissing(interview.personaId);
      const row = await trx
        .insertInto('records.interview')
        .values({
          interview_id: interview.interviewId,
          persona_id: interview.personaId,
          role: interview.role,
          respondent: interview.respondent,
          audience: interview.audience,
          questions: toJson(interview.questions),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toInterview(row);
    });
  }

  async get(personaId: string, interviewId: string): Promise<Interview> {
    return toInterview(await row(this.#db, personaId, interviewId));
  }

  /** Newest first. */
  async list(personaId: string, page: { limit: number }): Promise<Interview[]> {
    const rows = await this.#db
      .selectFrom('records.interview')
      .selectAll()
      .where('persona_id', '=', personaId)
      .orderBy('created_at', 'desc')
      .orderBy('interview_id')
      .limit(page.limit)
      .execute();
    return rows.map(toInterview);
  }

  /** A stopped interview goes on with it. @throws ExpectedError `interview.question-missing`. */
  async answer(
    personaId: string,
    interviewId: string,
    { n, text }: InterviewAnswer,
    now: Date,
  ): Promise<Interview> {
    return this.#change(personaId, interviewId, (interview) => {
      const question = interview.questions.find((one) => one.n === n);
      if (question === undefined || question.status === 'erased') throw questionMissing(n);
      const answered: InterviewQuestion = {
        ...question,
        status: text === undefined ? 'skipped' : 'answered',
        answer: text ?? null,
        answeredAt: now.toISOString(),
      };
      return {
        status: 'open',
        questions: interview.questions.map((one) => (one.n === n ? answered : one)),
      };
    });
  }

  /** Its answers are being ingested; finished when no question is open. */
  async settle(personaId: string, interviewId: string, ingestionId: string): Promise<Interview> {
    return this.#change(personaId, interviewId, ({ questions }) => ({
      status: questions.some(({ status }) => status === 'open') ? 'stopped' : 'finished',
      ingestionId,
    }));
  }

  async #change(
    personaId: string,
    interviewId: string,
    next: (
      interview: Interview,
    ) => Partial<Pick<Interview, 'status' | 'questions' | 'ingestionId'>>,
  ): Promise<Interview> {
    return this.#db.transaction().execute(async (trx) => {
      const found = toInterview(await row(trx, personaId, interviewId));
      const { status, questions, ingestionId } = { ...found, ...next(found) };
      const changed = await trx
        .updateTable('records.interview')
        .set({
          status,
          questions: toJson(questions),
          ingestion_id: ingestionId,
          updated_at: new Date(),
        })
        .where('interview_id', '=', interviewId)
        .returningAll()
        .executeTakeFirstOrThrow();
      return toInterview(changed);
    });
  }
}

/** Locked, where it is read in a transaction. */
async function row(db: Kysely<Schema>, personaId: string, interviewId: string) {
  const found = await db
    .selectFrom('records.interview')
    .selectAll()
    .where('persona_id', '=', personaId)
    .where('interview_id', '=', isUuid(interviewId) ? interviewId : nil)
    .$if(db.isTransaction, (query) => query.forUpdate())
    .executeTakeFirst();
  if (found) return found;
  throw interviewMissing(personaId, interviewId);
}

const nil = '00000000-0000-0000-0000-000000000000';
