import type { Proposal, Reflections, RunStart } from '../evolution-run.ts';
import { foldText } from '../fold-text.ts';

/** Typical responses that evolution may add in all. */
const mostLearnt = 50;

/**
 * The change that the reflections bear out: at most one typical response a run, the persona's own cited reply to a
 * question that several people asked. Rules change nothing else: no trait, no goal, no limit.
 */
export function propose({ version }: RunStart, { answered }: Reflections): Proposal {
  const { document } = version;
  const { mode } = document.evolution;
  if (mode === 'off') return null;
  const known = new Set(document.persona.typicalResponses.map(({ prompt }) => foldText(prompt)));
  const said = new Set(document.persona.typicalResponses.map(({ response }) => foldText(response)));
  const learnt = document.persona.typicalResponses.filter(({ evidence }) =>
    evidence?.some((item) => item.startsWith(learntMark)),
  );
  if (learnt.length >= mostLearnt) return null;
  const chosen = answered
    .filter(({ prompt, reply }) => !known.has(foldText(prompt)) && !said.has(foldText(reply)))
    .toSorted((a, b) => b.asked - a.asked || b.askers - a.askers)[0];
  if (chosen === undefined) return null;
  const { prompt, reply, evidence, asked, askers, turnIds } = chosen;
  const response = {
    prompt,
    response: reply,
    evidence: [...evidence, ...turnIds.slice(-3).map((turnId) => `${learntMark}${turnId}`)],
    confidence: 0.6,
  };
  return {
    document: {
      ...document,
      persona: {
        ...document.persona,
        typicalResponses: [...document.persona.typicalResponses, response],
      },
    },
    baseVersion: version.version,
    note: `Learnt by rules: asked ${asked} times by ${askers} people, “${prompt}” was answered from its own documents each time; that reply became a typical response.`,
    causedBy: turnIds,
    as: mode === 'review' ? 'proposal' : 'version',
  };
}

/** Before a turn's id in an item's evidence: what conversations taught, as against documents. */
const learntMark = 'turn:';
