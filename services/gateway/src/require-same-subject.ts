import {
  consentState,
  ExpectedError,
  type PersonaDocument,
  type Principal,
} from '@personate/contracts';
import { canonicalJson } from '@personate/personas';
import type { GatewayPersonas } from './deps.ts';
import { hasScope } from './http/access.ts';
import { queryFlag } from './route-context.ts';

/** The same for all ways to a new version: an edit, a rollback, an accepted proposal. */
export const confirmSubject = queryFlag.default(false);

/**
 * Whoever reviews a persona changes what it says; whom it is made of and on what ground, which decides whether it
 * may speak at all, changes by an admin only. One of somebody living whose consent is stated becomes one that needs none
 * only where that is confirmed: one word of its YAML would do away with somebody's say.
 * @throws ExpectedError `persona.subject-needs-admin`, `persona.subject-unconfirmed`.
 */
export function requireSameSubject(
  principal: Principal,
  head: PersonaDocument,
  next: PersonaDocument,
  confirmed: boolean,
): void {
  if (stated(head) === stated(next)) return;
  if (hasScope(principal, 'admin')) {
    if (confirmed || !losesConsent(head, next)) return;
    throw new ExpectedError(
      'unprocessable',
      'persona.subject-unconfirmed',
      `The persona "${head.id}" was made of somebody living (${head.subject.kind}), with what they agreed to. As "${next.subject.kind}" it would need nobody’s consent any more.`,
      {
        fix: 'If it is really of nobody living, confirm that with the change (`confirmSubject=true`, `--confirm-subject`). Else leave `subject.kind` as it was; a consent that ended is withdrawn.',
        param: 'subject',
      },
    );
  }
  throw new ExpectedError(
    'forbidden',
    'persona.subject-needs-admin',
    `This would change whom the persona "${head.id}" is made of, or the consent stated for it; that takes a key with the scope "admin".`,
    {
      fix: `Leave \`subject\` and \`consent\` as its newest version has them (of a proposal, by \`except\`), or have an admin do it; consent alone is stated with POST /v1/personas/${head.id}/consent.`,
    },
  );
}

/** The same of a version to be appended to `head`, which has to be the head still when it is. */
export async function requireSubjectOf(
  personas: Pick<GatewayPersonas, 'version'>,
  input: { principal: Principal; head: number; next: PersonaDocument; confirmed: boolean },
): Promise<void> {
  const { principal, head, next, confirmed } = input;
  if (hasScope(principal, 'admin') && confirmed) return;
  const { document } = await personas.version(next.id, head);
  requireSameSubject(principal, document, next, confirmed);
}

function losesConsent(head: PersonaDocument, next: PersonaDocument): boolean {
  const isStated = head.subject.kind === 'self' || consentState(head, false) === 'given';
  return isStated && consentState(next, false) === 'not-needed';
}

function stated({ subject, consent }: PersonaDocument): string {
  return canonicalJson({ subject, consent });
}
