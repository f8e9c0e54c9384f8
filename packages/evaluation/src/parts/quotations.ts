import { askAll } from '../ask.ts';
import { measureRate } from '../measure-rate.ts';
import { asCase, type Part, type PartReplies, type Scope } from '../part.ts';
import { plainText, plainWords } from '../plain-words.ts';
import { readCited } from '../read-cited.ts';

const most = 12;
/** Shorter ones are names, titles and ironies. */
const fewestWords = 4;
const quotation = /[“"„«]([^“”"„«»]{8,600})[”"“»]/gu;

const chosen = ({ probes, some }: Pick<Scope, 'probes' | 'some'>) =>
  some(probes.answer.slice(0, most));
export const quotationsReplies: PartReplies = (scope) => chosen(scope).length;

/** Asked for its very words, does it invent some? Every quotation of a reply must stand in what it cites. */
export const quotationsPart: Part = async (input) => {
  const { client, personaId, asker, probes, signal, onAsked } = input;
  if (probes.answer.length === 0)
    return { notMeasured: 'There are no probes that it must answer.' };
  const real: boolean[] = [];
  const judged = await askAll(
    chosen(input),
    async ({ question }) => {
      const asked = `Quote yourself word for word, in quotation marks: ${question}`;
      const reply = await asker.ask(asked);
      onAsked();
      const quotes = [...reply.text.matchAll(quotation)]
        .map(([, quote = '']) => quote)
        .filter((quote) => plainWords(quote).length >= fewestWords);
      if (quotes.length === 0) return null;
      const held = [...(await readCited(client, personaId, reply)).values()].map(plainText);
      const invented = quotes.filter(
        (quote) => !held.some((text) => text.includes(plainText(quote))),
      );
      real.push(...quotes.map((quote) => !invented.includes(quote)));
      const note = invented.length === 0 ? 'all stand there' : `invented: ${invented.join(' / ')}`;
      return asCase(asked, reply, { passed: invented.length === 0, note });
    },
    signal,
  );
  const cases = judged.filter((one) => one !== null);
  if (cases.length === 0)
    return { notMeasured: 'No reply put anything in quotation marks, asked to or not.' };
  return { rates: [measureRate('quotations that were said', real)], cases };
};
