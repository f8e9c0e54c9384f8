import { measureRate } from '../measure-rate.ts';
import { asCase, isDeclined, type Part } from '../part.ts';
import { smallTalk } from '../questions/small-talk.ts';

const turns = 50;
const window = 10;
/** Each is asked once in every window, so that the windows can be compared. */
const perWindow = 5;

/**
 * Fifty turns of one conversation: the same questions come back in each ten turns, between small talk. A persona that
 * holds answers them at the end as it did at the beginning.
 */
export const driftPart: Part = async ({ probes, asker, onAsked }) => {
  const asked = probes.answer.slice(0, perWindow);
  if (asked.length < perWindow)
    return { notMeasured: `It takes ${perWindow} probes that it must answer.` };
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
      measureRate('answered in the first ten turns', windows[0] ?? []),
      measureRate('answered in the last ten turns', windows.at(-1) ?? []),
    ],
    curves: [
      {
        name: 'answered, by ten turns of one conversation',
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
