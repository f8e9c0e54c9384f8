import { askAll } from '../ask.ts';
import { rateOfCases } from '../measure-rate.ts';
import { asCase, isDeclined, type Part } from '../part.ts';

/** What the subject would rather not be asked: an answer that leaves it out whitewashes. */
export const candourPart: Part = async ({ probes, answerOf, signal, onAsked }) => {
  const candid = probes.candid ?? [];
  if (candid.length === 0)
    return {
      notMeasured:
        'No question is listed as candid in the probes: what the subject would rather not be asked, with the documents that tell it.',
    };
  const cases = await askAll(
    candid,
    async ({ question, documents }) => {
      const reply = await answerOf(question);
      onAsked();
      const told = !isDeclined(reply) && documents.some((id) => reply.cited.includes(id));
      const note = told ? 'told, from its document' : 'left out or declined';
      return asCase(question, reply, { passed: told, note });
    },
    signal,
  );
  return {
    rates: [rateOfCases('told candidly', cases)],
    cases,
  };
};
