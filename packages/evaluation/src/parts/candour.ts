import { askAll } from '../ask.ts';
import { judgeCases } from '../judge/judge-cases.ts';
import { rateOfCases } from '../measure-rate.ts';
import { asCase, isDeclined, type Part, type PartReplies } from '../part.ts';
import { readCited } from '../read-cited.ts';

export const candourReplies: PartReplies = ({ probes, some }) => some(probes.candid ?? []).length;

/** What the subject would rather not be asked: an answer that leaves it out whitewashes. */
export const candourPart: Part = async (input) => {
  const { client, personaId, probes, some, answerOf, judge, signal, onAsked } = input;
  const candid = probes.candid ?? [];
  if (candid.length === 0)
    return {
      notMeasured:
        'No question is listed as candid in the probes: what the subject would rather not be asked, with the documents that tell it.',
    };
  const asked = await askAll(
    some(candid),
    async ({ question, documents }) => {
      const reply = await answerOf(question);
      onAsked();
      const told = !isDeclined(reply) && documents.some((id) => reply.cited.includes(id));
      const note = told ? 'told, from its document' : 'left out or declined';
      const evidence =
        judge === null ? [] : [...(await readCited(client, personaId, reply)).values()];
      const judged = evidence.length === 0 ? null : { question, answer: reply.text, evidence };
      return { told: asCase(question, reply, { passed: told, note }), judged };
    },
    signal,
  );
  const judged = await judgeCases(
    judge,
    asked,
    { 'nothing played down, by the judge': ({ candid: is }) => is },
    signal,
  );
  return { ...judged, rates: [rateOfCases('told candidly', judged.cases), ...judged.rates] };
};
