// Prints what is drafted of a persona of personas-data from its documents alone, as if nothing were written yet:
//   node --conditions=@personate/source --import tsx scripts/show-draft.ts [persona] [model] [address of its endpoint]
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  draftPersona,
  minimalPersona,
  parsePersonaYaml,
  renderPersonaYaml,
} from '../packages/personas/src/index.ts';
import { StructuredModel } from '../packages/language/src/index.ts';
import { readPersonaDocuments } from './load-persona-folder.ts';

const [id = 'mara-lindqvist', model, baseUrl] = process.argv.slice(2);
const folder = join('personas-data', id);
const file = join(folder, 'persona.yaml');
const written = parsePersonaYaml(await readFile(file, 'utf8'), { file });
const documents = await readPersonaDocuments(folder, written, new AbortController().signal);
const current = minimalPersona({ id, name: written.name });
const { document, items, notes } = await draftPersona({
  current,
  documents,
  ...(model === undefined || baseUrl === undefined
    ? {}
    : {
        model: new StructuredModel({ model, baseUrl, firstTokenMs: 600_000, idleMs: 300_000 }),
        modelMs: 1_800_000,
      }),
});
process.stdout.write(renderPersonaYaml(document));
for (const { path, confidence, basis, quotes, from } of items)
  process.stdout.write(
    `\n${path}  ${confidence} ${from}${basis === undefined ? '' : `\n    ${basis}`}${quotes.map(({ documentId, text }) => `\n    [${documentId}] ${text}`).join('')}`,
  );
process.stdout.write(`\n${items.length} items\n${notes.join('\n')}\n`);
