// Run from the root: node --conditions=@personate/source --import tsx packages/personas/tests/write-json-schema.ts
import { writeFile } from 'node:fs/promises';
import { personaJsonSchema } from '@personate/personas';

const target = new URL('../../../docs/persona.schema.json', import.meta.url);
await writeFile(target, `${JSON.stringify(personaJsonSchema, null, 2)}\n`);
