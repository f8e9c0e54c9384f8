import { describe, expect, it } from '@jest/globals';
import { consentState, requireConsent, type ConsentState } from './consent.ts';
import type { PersonaDocument } from './persona.ts';

type Kind = PersonaDocument['subject']['kind'];
const state = (kind: Kind, consent?: PersonaDocument['consent'], withdrawn = false): ConsentState =>
  consentState({ subject: { kind }, consent }, withdrawn);

describe('whether a persona may answer', () => {
  it.each<Kind>(['historical', 'deceased', 'fictional', 'parody', 'composite'])(
    'needs no consent of a %s subject',
    (kind) => {
      expect(state(kind)).toBe('not-needed');
    },
  );

  it('needs basis and evidence of a real person', () => {
    expect(state('real')).toBe('missing');
    expect(state('real', { basis: 'She agreed.' })).toBe('missing');
    expect(state('real', { basis: 'She agreed.', evidence: '  ' })).toBe('missing');
    expect(state('real', { basis: 'She agreed.', evidence: 'Her letter.' })).toBe('given');
  });

  it('needs the own statement of whoever speaks of themselves', () => {
    expect(state('self')).toBe('missing');
    expect(state('self', { basis: ' ' })).toBe('missing');
    expect(state('self', { basis: 'It is me.' })).toBe('given');
  });

  it('ends with a withdrawal, whatever the subject', () => {
    expect(state('fictional', undefined, true)).toBe('withdrawn');
    expect(state('self', { basis: 'It is me.' }, true)).toBe('withdrawn');
  });

  it('is refused with what to do about it', () => {
    const refusal = (given: ConsentState): unknown => {
      try {
        return requireConsent('ada', given);
      } catch (error) {
        return error;
      }
    };
    expect(refusal('given')).toBeUndefined();
    expect(refusal('not-needed')).toBeUndefined();
    expect(refusal('missing')).toMatchObject({
      status: 403,
      code: 'persona.consent-missing',
      fix: expect.stringContaining('personate persona consent give ada'),
    });
    expect(refusal('withdrawn')).toMatchObject({ code: 'persona.consent-withdrawn' });
  });
});
