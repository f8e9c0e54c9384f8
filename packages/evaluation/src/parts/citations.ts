import { askAll } from '../ask.ts';
import { hardFacts, unsupported } from '../hard-facts.ts';
import { judgeCases } from '../judge/judge-cases.ts';
import { measureRate, rateOfCases } from '../measure-rate.ts';
import { asCase, isDeclined, type Part } from '../part.ts';
import { plainText } from '../plain-words.ts';
import { readCited } from '../read-cited.ts';

const most = 40;

/**
 * Whether what is cited bears out what was said: each quote stands in its passage, and each number and name of a reply
 * in a passage that it cites, in the question, or in the persona's own document.
 */
export const citationsPart: Part = async (input) => {
  const { client, personaId, document, probes, some, answerOf, judge, signal, onAsked } = input;
  if (probes.answer.length === 0)
    return { notMeasured: 'There are no probes that it must answer.' };
  const own = JSON.stringify(document);
  const quoted: boolean[] = [];
  const asked = await askAll(
    some(probes.answer).slice(0, most),
    async ({ question }) => {
      const reply = await answerOf(question);
      onAsked();
      if (isDeclined(reply) || reply.extension.citations.length === 0) return null;
      const texts = await readCited(client, personaId, reply);
      for (const { passageId, quote } of reply.extension.citations)
        quoted.push(stands(quote, texts.get(passageId) ?? ''));
      const missing = unsupported(hardFacts(reply.text), [...texts.values(), question, own]);
      const told = asCase(question, reply, {
        passed: missing.length === 0,
        note: missing.length === 0 ? 'all borne out' : `not borne out: ${missing.join(', ')}`,
      });
      return { told, judged: { question, answer: reply.text, evidence: [...texts.values()] } };
    },
    signal,
  );
  const judged = await judgeCases(
    judge,
    asked.filter((one) => one !== null),
    {
      'everything borne out, by the judge': ({ borneOut }) => borneOut,
      'answers what was asked, by the judge': ({ answers }) => answers,
    },
    signal,
  );
  return {
    ...judged,
    rates: [
      measureRate('quotes that stand in their passage', quoted),
      rateOfCases('replies whose numbers and names are borne out', judged.cases),
      ...judged.rates,
    ],
  };
};

/** Piece by piece, in their order, where it says that something was left out. */
function stands(quote: string, passage: string): boolean {
  const whole = plainText(passage);
  let from = 0;
  for (const piece of quote.split('…').map(plainText)) {
    const at = whole.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}
