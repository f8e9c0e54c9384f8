import { z } from 'zod';
import { ExpectedError } from './errors.ts';
import { instantSchema, personaIdSchema } from './ids.ts';
import { subjectKindSchema, type PersonaDocument } from './persona.ts';

/** Whether a persona may answer, as far as that rests on whom it is made of. */
export const consentStateSchema = z.enum([
  'not-needed', // nobody living is impersonated
  'given',
  'missing', // it is made of somebody living, and what they agreed to is not stated
  'withdrawn', // it answers no more, whatever its document says
]);
export type ConsentState = z.infer<typeof consentStateSchema>;

/** One that answers nobody any more, and whether it is still there. */
export interface StoppedPersona {
  personaId: string;
  why: 'withdrawn' | 'gone';
}

/** What the persona's head says of its subject, and whether consent was withdrawn; that is kept beside the versions. */
export const consentSchema = z
  .object({
    personaId: personaIdSchema,
    subject: subjectKindSchema,
    state: consentStateSchema,
    basis: z.string().optional(),
    evidence: z.string().optional(),
    withdrawnAt: instantSchema.optional(),
    withdrawnNote: z.string().optional(),
  })
  .meta({ id: 'Consent' });
export type Consent = z.infer<typeof consentSchema>;

/** Gives consent, for the first time or again; `subject` absent: as it is. */
export const newConsentSchema = z
  .strictObject({
    subject: subjectKindSchema.optional(),
    basis: z.string().trim().min(1).max(2_000),
    evidence: z.string().trim().min(1).max(2_000).optional(),
  })
  .meta({ id: 'NewConsent' });
export type NewConsent = z.infer<typeof newConsentSchema>;

export const withdrawalSchema = z
  .strictObject({ note: z.string().trim().min(1).max(2_000).optional() })
  .meta({ id: 'Withdrawal' });

/** Somebody living has to agree; whoever speaks of themselves has only to say so. */
export function consentState(
  head: Pick<PersonaDocument, 'subject' | 'consent'>,
  withdrawn: boolean,
): ConsentState {
  if (withdrawn) return 'withdrawn';
  const { kind } = head.subject;
  if (kind !== 'real' && kind !== 'self') return 'not-needed';
  const said = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
  const { basis, evidence } = head.consent ?? {};
  return said(basis) && (kind === 'self' || said(evidence)) ? 'given' : 'missing';
}

export function mayAnswer(state: ConsentState): boolean {
  return state === 'not-needed' || state === 'given';
}

/** @throws ExpectedError `persona.consent-missing`, `persona.consent-withdrawn`. */
export function requireConsent(personaId: string, state: ConsentState): void {
  if (state === 'withdrawn') throw consentWithdrawn(personaId);
  if (state === 'missing') throw consentMissing(personaId);
}

export function consentWithdrawn(personaId: string): ExpectedError {
  return new ExpectedError(
    'forbidden',
    'persona.consent-withdrawn',
    `Consent to the persona "${personaId}" was withdrawn: it answers no more.`,
    {
      fix: `Only an admin can give it again, with its basis and evidence: personate persona consent give ${personaId}.`,
    },
  );
}

function consentMissing(personaId: string): ExpectedError {
  return new ExpectedError(
    'forbidden',
    'persona.consent-missing',
    `The persona "${personaId}" counts as made of a living person, and it is not stated on what ground: until then it answers nobody.`,
    {
      fix: `Say whom it is made of and what they agreed to: personate persona consent give ${personaId} --subject self, or --subject real --basis "…" --evidence "…"; over HTTP: POST /v1/personas/${personaId}/consent.`,
    },
  );
}
