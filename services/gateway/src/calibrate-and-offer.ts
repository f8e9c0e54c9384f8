import type { Calibration, PersonaDocument } from '@personate/contracts';
import { calibratePersona, type CalibrateDeps } from '@personate/conversation';
import type { Repositories } from '@personate/records';
import type { GatewayDeps } from './deps.ts';

type Personas = Pick<Repositories['personas'], 'serving' | 'list' | 'append' | 'propose'>;

/** Measures the persona's limits and offers the threshold: as a proposal, or as its newest version. */
export async function calibrateAndOffer(
  deps: CalibrateDeps,
  personas: Personas,
  { personaId, options, maySee, signal, onProgress }: Parameters<GatewayDeps['calibrate']>[0],
): Promise<Calibration> {
  const everybody = await personas.list();
  const others = everybody.filter(
    ({ id, status }) => id !== personaId && status === 'active' && maySee(id),
  );
  const measured = await calibratePersona(deps, {
    personaId,
    others: others.map(({ id }) => id),
    falseDeclines: options.falseDeclines,
    signal,
    ...(onProgress === undefined
      ? {}
      : { onProgress: (done: number, total: number) => onProgress({ done, total }) }),
  });
  const { threshold, baseVersion } = measured;
  const { version } = await personas.serving(personaId, baseVersion);
  if (version.document.knowledgeLimits.threshold === threshold)
    return { ...measured, proposalId: null, version: null };
  const next = {
    document: withThreshold(version.document, threshold),
    origin: 'operator' as const,
    note: noteOf(measured),
    causedBy: [],
  };
  if (options.apply) {
    const appended = await personas.append(personaId, { ...next, expectedHead: baseVersion });
    return { ...measured, proposalId: null, version: appended.version };
  }
  const { proposalId } = await personas.propose(personaId, { ...next, baseVersion });
  return { ...measured, proposalId, version: null };
}

function withThreshold(document: PersonaDocument, threshold: number): PersonaDocument {
  return { ...document, knowledgeLimits: { ...document.knowledgeLimits, threshold } };
}

function noteOf({ threshold, wanted, asked }: Omit<Calibration, 'proposalId' | 'version'>): string {
  const unknown = asked.general + asked.others;
  return `Calibrated: threshold ${threshold} for ${(wanted * 100).toFixed(0)} % false declines, measured on ${asked.answerable} questions that it can answer and ${unknown} that it cannot.`;
}
