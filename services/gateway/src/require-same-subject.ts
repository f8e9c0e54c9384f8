import { ExpectedError, type PersonaDocument, type Principal } from '@personate/contracts';
import { canonicalJson } from '@personate/personas';
import type { GatewayPersonas } from './deps.ts';
import { hasScope } from './http/access.ts';

/**
 * Whoever reviews a persona changes what it says; whom it is made of and on what ground, which decides whether it
 * may speak at all, changes by an admin only.
 * @throws ExpectedError `persona.subject-needs-admin`.
 */
export function requireSameSubject(
  principal: Principal,
  head: PersonaDocument,
  next: PersonaDocument,
): void {
  if (hasScope(principal, 'admin') || stated(head) === stated(next)) return;
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
  { principal, head, next }: { principal: Principal; head: number; next: PersonaDocument },
): Promise<void> {
  if (hasScope(principal, 'admin')) return;
  requireSameSubject(principal, (await personas.version(next.id, head)).document, next);
}

function stated({ subject, consent }: PersonaDocument): string {
  return canonicalJson({ subject, consent });
}
