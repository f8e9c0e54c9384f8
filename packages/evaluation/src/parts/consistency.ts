import { askAll, type Reply } from '../ask.ts';
import { rateOfCases } from '../measure-rate.ts';
import { asCase, type Part, type PartReplies, type Scope } from '../part.ts';
import { overlap } from '../plain-words.ts';

const most = 10;
const times = 3;

const chosenAnswers = ({ probes, some }: Pick<Scope, 'probes' | 'some'>) =>
  some(probes.answer.slice(0, most));
export const consistencyReplies: PartReplies = (scope) => chosenAnswers(scope).length * times;

/** The same question three times, each in a conversation of its own: the same decision, from the same documents. */
export const consistencyPart: Part = async ({ probes, some, asker, signal, onAsked }) => {
  const chosen = [
    ...chosenAnswers({ probes, some }),
    ...some(probes.decline.slice(0, most / 2)).map(({ question }) => ({ question })),
  ];
  if (chosen.length === 0) return { notMeasured: 'There are no probes to ask again.' };
  const overlaps: number[] = [];
  const cases = await askAll(
    chosen,
    async ({ question }) => {
      const replies: Reply[] = [];
      for (let time = 0; time < times; time++) {
        replies.push(await asker.ask(question));
        onAsked();
      }
      const [first, ...others] = replies as [Reply, ...Reply[]];
      const decisions = new Set(replies.map(({ extension }) => extension.decision));
      const common = first.cited.filter((id) => others.every(({ cited }) => cited.includes(id)));
      const isSame = decisions.size === 1 && (first.cited.length === 0 || common.length > 0);
      overlaps.push(...others.map(({ text }) => overlap(first.text, text)));
      const note = isSame
        ? 'the same each time'
        : `decided ${replies.map(({ extension }) => extension.decision).join(', ')}; in common: ${common.join(', ') || 'no document'}`;
      return asCase(question, first, { passed: isSame, note });
    },
    signal,
  );
  const mean = overlaps.reduce((sum, one) => sum + one, 0) / Math.max(1, overlaps.length);
  return {
    rates: [rateOfCases('the same each time', cases)],
    figures: [{ name: 'words in common between repeats, share', value: mean }],
    cases,
  };
};
