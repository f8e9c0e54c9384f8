import {
  interviewDocumentIds,
  type Interview,
  type InterviewTopic,
  type Kind,
} from '@personate/contracts';

const kinds: Readonly<Record<InterviewTopic, Kind>> = {
  life: 'history',
  people: 'history',
  skills: 'career',
  voice: 'social',
  character: 'history',
  goals: 'history',
  views: 'social',
  limits: 'social',
};

/**
 * An interview's answers as lines of `jsonl`, each behind its question. The subject's are the persona's own words, an
 * expert's are told about it; the questions are addressed to whoever answers.
 */
export function* interviewLines(interview: Interview): Generator<string> {
  const { interviewId, role, respondent, audience, questions } = interview;
  for (const { n, topic, text, status, answer, answeredAt } of questions) {
    if (status !== 'answered' || answer === null) continue;
    const ids = interviewDocumentIds(interviewId, n);
    const shared = {
      thread: interviewId,
      ...(answeredAt === null ? {} : { time: answeredAt }),
      ...(audience.length === 0 ? {} : { audience }),
    };
    yield line({
      id: ids.question,
      text,
      author: 'Interviewer',
      stance: 'to',
      kind: 'social',
      ...shared,
    });
    yield line({
      id: ids.answer,
      replyTo: ids.question,
      text: answer,
      author: respondent,
      stance: role === 'subject' ? 'by' : 'about',
      kind: kinds[topic],
      ...shared,
    });
  }
}

function line(document: object): string {
  return `${JSON.stringify(document)}\n`;
}
