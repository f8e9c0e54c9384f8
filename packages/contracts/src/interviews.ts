import { z } from 'zod';
import { ingestionJobSchema } from './ingestion.ts';
import { instantSchema, personaIdSchema, uuidSchema } from './ids.ts';

/**
 * The part of a persona that a question is on; in the order in which they are asked: one begins with what is easy to
 * tell, and ends with what one has to think about.
 */
export const interviewTopicSchema = z.enum([
  'life',
  'people',
  'skills',
  'voice',
  'character',
  'goals',
  'views',
  'limits',
]);
export type InterviewTopic = z.infer<typeof interviewTopicSchema>;

export const interviewQuestionSchema = z
  .object({
    /** From 1. */
    n: z.number().int().min(1),
    topic: interviewTopicSchema,
    text: z.string(),
    /** Why it is asked. */
    why: z.string(),
    /** erased: the answer's document was, and the answer with it. */
    status: z.enum(['open', 'answered', 'skipped', 'erased']),
    answer: z.string().nullable(),
    answeredAt: instantSchema.nullable(),
  })
  .meta({ id: 'InterviewQuestion' });
export type InterviewQuestion = z.infer<typeof interviewQuestionSchema>;

/** subject: whom the persona is made of; expert: somebody who knows them. */
export const interviewRoleSchema = z.enum(['subject', 'expert']);

export const interviewSchema = z
  .object({
    interviewId: uuidSchema,
    personaId: personaIdSchema,
    role: interviewRoleSchema,
    /** Who answers, by name: the author of the documents that the answers become. */
    respondent: z.string(),
    /** Groups that may see the answers; everybody when it is empty. */
    audience: z.array(z.string()),
    /** stopped: its answers are ingested, and it can be gone on with; finished: no question is open. */
    status: z.enum(['open', 'stopped', 'finished']),
    questions: z.array(interviewQuestionSchema),
    /** The ingestion that took its answers last. */
    ingestionId: uuidSchema.nullable(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: 'Interview' });
export type Interview = z.infer<typeof interviewSchema>;

/** What `POST …/interviews` may be told. */
export const newInterviewSchema = z
  .strictObject({
    role: interviewRoleSchema.default('subject'),
    /** Who answers; must be given for an expert. */
    respondent: z.string().trim().min(1).max(200).optional(),
    questions: z.number().int().min(20).max(40).default(30),
    audience: z.array(z.string().min(1).max(100)).max(20).default([]),
  })
  .refine(({ role, respondent }) => role === 'subject' || respondent !== undefined, {
    message: 'Say who the expert is.',
    path: ['respondent'],
  })
  .meta({ id: 'NewInterview' });
export type NewInterview = z.input<typeof newInterviewSchema>;

/** An answer, or that the question is skipped; a later one replaces it. */
export const interviewAnswerSchema = z
  .strictObject({
    n: z.number().int().min(1).max(1_000),
    text: z.string().trim().min(1).max(20_000).optional(),
    skip: z.literal(true).optional(),
  })
  .refine(({ text, skip }) => (text === undefined) !== (skip === undefined), {
    message: 'Give either `text` or `skip: true`.',
    path: ['text'],
  })
  .meta({ id: 'InterviewAnswer' });
export type InterviewAnswer = z.infer<typeof interviewAnswerSchema>;

/** An interview whose answers are on their way into the persona's knowledge. */
export const settledInterviewSchema = z
  .object({ interview: interviewSchema, ingestion: ingestionJobSchema })
  .meta({ id: 'SettledInterview' });
export type SettledInterview = z.infer<typeof settledInterviewSchema>;

/** The source that all answers given in interviews are of. */
export const interviewSource = 'interview';

/** The ids of the two documents that a question and its answer become; in one thread in this order. */
export function interviewDocumentIds(
  interviewId: string,
  n: number,
): { question: string; answer: string } {
  const place = `${interviewId}/${String(n).padStart(2, '0')}`;
  return { question: `${place}/0-question`, answer: `${place}/1-answer` };
}
