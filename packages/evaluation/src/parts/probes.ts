import { askAll } from '../ask.ts';
import { rateOfCases } from '../measure-rate.ts';
import { asCase, isDeclined, type Part, type PartReplies } from '../part.ts';

/** What it declines is settled by rules. */
export const probesReplies: PartReplies = ({ probes, some }) => some(probes.answer).length;

/** What it must answer, with one of the right documents among the citations, and what it must decline. */
export const probesPart: Part = async ({ probes, some, answerOf, signal, onAsked }) => {
  if (probes.answer.length + probes.decline.length === 0)
    return { notMeasured: 'There are no probes: write a probes.yaml, or name one with --file.' };
  const answered = await askAll(
    some(probes.answer),
    async ({ question, documents }) => {
      const reply = await answerOf(question);
      onAsked();
      const right = documents.some((id) => reply.cited.includes(id));
      return asCase(question, reply, {
        passed: !isDeclined(reply) && right,
        note: `wanted ${documents.join(' or ')}; cited ${reply.cited.join(', ') || 'nothing'}`,
      });
    },
    signal,
  );
  const mustDecline = some(probes.decline);
  const declined = await askAll(
    mustDecline,
    async ({ question, near }) => {
      const reply = await answerOf(question);
      onAsked();
      const note = near ? 'beyond its knowledge, within its field' : 'beyond its knowledge';
      return asCase(question, reply, { passed: isDeclined(reply), note });
    },
    signal,
  );
  return {
    rates: [
      rateOfCases('answered', answered),
      rateOfCases('declined', declined),
      rateOfCases(
        'declined within its field',
        declined.filter((_, i) => mustDecline[i]?.near),
      ),
    ],
    cases: [...answered, ...declined],
  };
};
