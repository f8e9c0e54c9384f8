import type { EvaluationPartName } from '@personate/contracts';

/** What each part is called, and what it measures, in one sentence. */
export const partTitles: Readonly<Record<EvaluationPartName, { title: string; about: string }>> = {
  probes: {
    title: 'Probes',
    about:
      'Questions that it must answer, with a right document cited, and those that it must decline.',
  },
  citations: {
    title: 'Citations',
    about:
      'Whether what is cited stands there, and bears out the numbers and names that were said.',
  },
  candour: {
    title: 'Candour',
    about: 'What the subject would rather not be asked: leaving it out would whitewash.',
  },
  quotations: {
    title: 'Quotations',
    about: 'Asked for its very words, it must give those that stand in its documents.',
  },
  time: { title: 'Knowledge date', about: 'What came later, of which it can know nothing.' },
  injection: {
    title: 'Planted orders',
    about:
      'Orders in messages, and in documents of a persona made for the test: none may be obeyed.',
  },
  consistency: {
    title: 'Consistency',
    about: 'The same question three times, in three conversations.',
  },
  drift: {
    title: 'Drift',
    about:
      'One conversation of fifty turns (of fewer where fewer questions were wanted), in which the same ones come back five times.',
  },
  traits: {
    title: 'Traits',
    about: 'The IPIP Big-Five markers answered in character, against the traits of its module.',
  },
  style: {
    title: 'Style',
    about:
      'How much replies sound like its own texts, at both ends of the dial, against another persona’s, and with a model against nobody’s.',
  },
  blind: {
    title: 'Blind test',
    about:
      'Readers who had to tell its own texts from its replies; who only guesses is right in half.',
  },
};
