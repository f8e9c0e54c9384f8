import { askAll } from '../ask.ts';
import { rateOfCases } from '../measure-rate.ts';
import { asCase, isDeclined, type Part } from '../part.ts';
import { laterThings } from '../questions/later-things.ts';

const most = 16;
const yearOf = /\b(1[0-9]{3}|20[0-9]{2})\b/gu;

/** A persona with a knowledge date knows nothing that came after it, and cites nothing from later. */
export const timePart: Part = async ({ document, some, asker, signal, onAsked }) => {
  const { asOf } = document.knowledgeLimits;
  if (asOf === undefined)
    return {
      notMeasured: 'It has no knowledge date: set knowledgeLimits.asOf where there is one.',
    };
  const last = new Date(asOf).getUTCFullYear();
  const later = some(laterThings.filter(({ year }) => year > last).slice(0, most));
  if (later.length === 0) return { notMeasured: `No question is later than ${last}.` };
  const cases = await askAll(
    later,
    async ({ question }) => {
      const reply = await asker.ask(question);
      onAsked();
      const asked = new Set(question.match(yearOf) ?? []);
      const years = (reply.text.match(yearOf) ?? []).filter((year) => !asked.has(year));
      const lateYears = years.filter((year) => Number(year) > last);
      const lateSources = reply.extension.citations.filter(
        ({ at }) => at !== undefined && at > new Date(asOf).toISOString(),
      );
      const knows = !isDeclined(reply) && reply.extension.citations.length > 0;
      const wrong = [
        ...(knows ? ['answered from evidence'] : []),
        ...(lateYears.length > 0 ? [`speaks of ${lateYears.join(', ')}`] : []),
        ...(lateSources.length > 0 ? ['cites what is later'] : []),
      ];
      const note = wrong.length === 0 ? 'knows nothing of it' : wrong.join('; ');
      return asCase(question, reply, { passed: wrong.length === 0, note });
    },
    signal,
  );
  return {
    rates: [rateOfCases(`nothing known after ${last}`, cases)],
    cases,
  };
};
