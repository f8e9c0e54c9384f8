import {
  personaDocumentSchema,
  personaMembersSchema,
  type PersonaDocument,
} from '@personate/contracts';
import { minimalPersona, parsePersonaYaml } from '@personate/personas';
import type { FastifyInstance } from 'fastify';
import { parseRequest } from './http/expected-error.ts';
import { InvalidRequestError } from './http/problem.ts';
import { bounds } from './http/server-options.ts';

export const yamlTypes = ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml'];

/** A YAML body as it was read: a whole, valid persona. */
class YamlPersona {
  readonly document: PersonaDocument;
  constructor(document: PersonaDocument) {
    this.document = document;
  }
}

export function acceptYaml(app: FastifyInstance): void {
  app.addContentTypeParser(
    yamlTypes,
    { parseAs: 'string', bodyLimit: bounds.personaBodyBytes },
    (_request, text, done) => {
      try {
        done(null, new YamlPersona(parsePersonaYaml(String(text), { file: 'The body' })));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/**
 * A persona from a JSON or YAML body; in JSON, `{id, name}` alone makes a minimal one. A member that no persona has
 * is refused, since it is a typing error most likely.
 * @throws ExpectedError `request.invalid`, `persona.yaml-invalid`.
 */
export function readPersonaBody(body: unknown): PersonaDocument {
  if (body instanceof YamlPersona) return body.document;
  const filled = isRecord(body) ? { ...defaultsFor(body), ...body } : body;
  const document = parseRequest(personaDocumentSchema, filled);
  const unknown = droppedMembers(filled, document, '').slice(0, 20);
  if (unknown.length > 0) {
    throw new InvalidRequestError(
      unknown.map((path) => ({ path, message: 'no persona has this member' })),
    );
  }
  return document;
}

function defaultsFor(body: Record<string, unknown>): Partial<PersonaDocument> {
  const { id, name } = body;
  const named = parseNames(id, name);
  if (named === null) return {};
  const { subject, disclosure } = minimalPersona(named);
  return { subject, disclosure };
}

function parseNames(id: unknown, name: unknown): { id: string; name: string } | null {
  const parsed = personaMembersSchema.pick({ id: true, name: true }).safeParse({ id, name });
  return parsed.success ? parsed.data : null;
}

/** Members that the schema did not keep; only what it did keep is looked into. */
function droppedMembers(given: unknown, kept: unknown, path: string): string[] {
  if (Array.isArray(given) && Array.isArray(kept)) {
    return given.flatMap((item, index) => droppedMembers(item, kept[index], `${path}[${index}]`));
  }
  if (!isRecord(given) || !isRecord(kept)) return [];
  return Object.entries(given).flatMap(([name, member]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return Object.hasOwn(kept, name) ? droppedMembers(member, kept[name], at) : [at];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
