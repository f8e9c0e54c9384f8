import { personaDocumentSchema } from '@personate/contracts';
import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What `persona.yaml` may hold, as JSON Schema 2020-12, for editors; unknown keys are refused. */
export const personaJsonSchema: JsonSchema = describe(
  z.toJSONSchema(personaDocumentSchema, {
    io: 'input',
    override({ jsonSchema }) {
      if (jsonSchema.properties && jsonSchema.additionalProperties === undefined) {
        jsonSchema.additionalProperties = false;
      }
    },
  }),
);

/** Follows `$ref` into `$defs`, as deep as it goes. */
export function resolveReference(schema: JsonSchema): JsonSchema {
  let resolved = schema;
  for (let hop = 0; hop < 8 && resolved.$ref !== undefined; hop += 1) {
    const name = resolved.$ref.split('/').at(-1) ?? '';
    const found = personaJsonSchema.$defs?.[name];
    if (typeof found !== 'object') break;
    resolved = found;
  }
  return resolved;
}

function describe(schema: JsonSchema): JsonSchema {
  const { $schema, ...rest } = schema;
  return {
    $schema: $schema ?? 'https://json-schema.org/draft/2020-12/schema',
    title: 'Personate persona',
    description: 'A synthetic persona: who it is, what it wants, what it can, what it knows.',
    ...rest,
  };
}
