import { measureRate } from '../measure-rate.ts';
import { asCase, isDeclined, type Part, type PartReplies, type Scope } from '../part.ts';
import { smallTalk } from '../questions/small-talk.ts';

const windowCount = 5;
const usual = 5;
/** Each is asked once in every window, so that the windows can be compared. */
const chosen = ({ probes, some }: Pick<Scope, 'probes' | 'some'>) =>
  some(probes.answer.slice(0, usual));
export const driftReplies: PartReplies = (scope) =>
  scope.probes.answer.length < usual ? 0 : chosen(scope).length * 2 * windowCount;

/**
 * Fifty turns of one conversation: the same questions come back in each ten turns, between small talk. A persona that
 * holds answers them at the end as it did at the beginning.
 */
export const driftPart: Part = async ({ probes, some, asker, onAsked }) => {
  if (probes.answer.length < usual)
    return { notMeasured: `It takes ${usual} probes that it must answer.` };
  const asked = chosen({ probes, some });
  // Small talk stands between them.
  const window = 2 * asked.length;
  const turns = windowCount * window;
  const plan = Array.from({ length: turns }, (_, turn) => {
    const probe = turn % 2 === 1 ? asked[((turn % window) - 1) / 2] : undefined;
    return { question: probe?.question ?? (smallTalk[turn / 2] as string), probe };
  });
  const windows = Array.from({ length: turns / window }, (): boolean[] => []);
  const cases: ReturnType<typeof asCase>[] = [];
  await asker.talk(
    plan.map(({ question }) => question),
    (reply, turn) => {
      onAsked();
      const { question, probe } = plan[turn] as (typeof plan)[number];
      if (probe === undefined) return;
      const passed = !isDeclined(reply) && probe.documents.some((id) => reply.cited.includes(id));
      windows[Math.floor(turn / window)]?.push(passed);
      const note = `turn ${turn + 1}; cited ${reply.cited.join(', ') || 'nothing'}`;
      cases.push(asCase(question, reply, { passed, note }));
    },
  );
  return {
    rates: [
      measureRate(`answered in the first ${inWords(window)} turns`, windows[0] ?? []),
      measureRate(`answered in the last ${inWords(window)} turns`, windows.at(-1) ?? []),
    ],
    curves: [
      {
        name: `answered, by ${inWords(window)} turns of one conversation`,
        xLabel: 'turn',
        points: windows.map((passed, i) => ({
          x: (i + 1) * window,
          y: passed.filter(Boolean).length / Math.max(1, passed.length),
        })),
      },
    ],
    cases,
  };
};

const inWords = (window: number) => (window === 2 * usual ? 'ten' : String(window));
