import {
  interviewSchema,
  settledInterviewSchema,
  type InterviewAnswer,
  type NewInterview,
} from '@personate/contracts';
import { z } from 'zod';
import { at, type Http } from './http.ts';

export function interviewCalls(http: Http) {
  return {
    /** Newest first. */
    async list(personaId: string, query: { limit?: number } = {}) {
      const path = at`/v1/personas/${personaId}/interviews`;
      const answer = await http.read(
        { path, query },
        z.object({ items: z.array(interviewSchema) }),
      );
      return answer.items;
    },
    get(personaId: string, interviewId: string) {
      return http.read(
        { path: at`/v1/personas/${personaId}/interviews/${interviewId}` },
        interviewSchema,
      );
    },
    /** Chooses the questions. */
    begin(personaId: string, wanted: NewInterview = {}) {
      const path = at`/v1/personas/${personaId}/interviews`;
      return http.read({ method: 'POST', path, json: wanted }, interviewSchema);
    },
    answer(personaId: string, interviewId: string, answer: InterviewAnswer) {
      const path = at`/v1/personas/${personaId}/interviews/${interviewId}/answers`;
      return http.read({ method: 'POST', path, json: answer }, interviewSchema);
    },
    /** Has the answers so far ingested. */
    finish(personaId: string, interviewId: string) {
      const path = at`/v1/personas/${personaId}/interviews/${interviewId}/finish`;
      return http.read({ method: 'POST', path }, settledInterviewSchema);
    },
  };
}
