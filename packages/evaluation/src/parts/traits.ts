import { askAll } from '../ask.ts';
import { measureRate, rateOfCases } from '../measure-rate.ts';
import { asCase, type Part, type PartReplies } from '../part.ts';
import { ipipMarkers, traitNames, type TraitName } from '../questions/ipip-markers.ts';

/** With fewer ratings a trait's mean says little. */
const fewestOfTen = 6;
/** On the scale from 0 to 1: half a step of the five. */
const near = 0.125;
const rating = /(?<![\p{L}\p{N}])([1-5])(?![\p{L}\p{N}])/u;

const allItems = traitNames.flatMap((trait) => ipipMarkers[trait].map((item) => ({ trait, item })));
export const traitsReplies: PartReplies = ({ speaker, some }) =>
  speaker.kind === 'extractive' ? 0 : some(allItems).length;

/** The questionnaire answered in character, and the traits that its answers give, against those of the persona's module. */
export const traitsPart: Part = async ({ document, some, asker, speaker, signal, onAsked }) => {
  if (speaker.kind === 'extractive')
    return { notMeasured: 'Without a model it quotes itself, and rates no statements.' };
  const items = some(allItems).map(({ trait, item }) => ({
    trait,
    isReversed: item.startsWith('-'),
    question: `How well does this describe you: “${item.slice(2)}”? Answer with one number, 1 for very inaccurate to 5 for very accurate.`,
  }));
  const asked = await askAll(
    items,
    async ({ trait, isReversed, question }) => {
      const reply = await asker.ask(question);
      onAsked();
      const given = rating.exec(reply.text)?.[1];
      const step = given === undefined ? null : (Number(given) - 1) / 4;
      const value = step === null || !isReversed ? step : 1 - step;
      const note = given === undefined ? 'no number' : `${given} of 5, for ${trait}`;
      return { trait, value, told: asCase(question, reply, { passed: given !== undefined, note }) };
    },
    signal,
  );
  const means = new Map<TraitName, number>();
  for (const trait of traitNames) {
    const values = asked.flatMap((one) => (one.trait === trait ? (one.value ?? []) : []));
    if (values.length >= fewestOfTen)
      means.set(trait, values.reduce((sum, one) => sum + one, 0) / values.length);
  }
  const cases = asked.map(({ told }) => told);
  const module = document.persona.bigFive ?? {};
  const compared = [...means].filter(([trait]) => module[trait] !== undefined);
  return {
    rates: [
      rateOfCases('statements rated', cases),
      measureRate(
        'traits within half a step of the module',
        compared.map(([trait, mean]) => Math.abs(mean - (module[trait] ?? 0)) <= near),
      ),
    ],
    figures: [
      ...[...means].map(([trait, value]) => ({ name: `${trait}, as answered, 0 to 1`, value })),
      ...traitNames.flatMap((trait) =>
        module[trait] === undefined
          ? []
          : [{ name: `${trait}, in the module, 0 to 1`, value: module[trait] }],
      ),
    ],
    cases,
  };
};
