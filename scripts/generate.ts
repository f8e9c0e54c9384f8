/** Writes the files that are made from code; with `--check`, fails when one of them is stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderConfigurationDoc, renderEnvExample } from '../packages/chassis/src/index.ts';
import { personaJsonSchema } from '../packages/personas/src/index.ts';
import { jsonlSchema } from '../packages/sources/src/index.ts';
import { renderChartValues } from './render-chart-values.ts';

const root = resolve(import.meta.dirname, '..');
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const files: Record<string, string> = {
  '.env.example': renderEnvExample(),
  'docs/configuration.md': renderConfigurationDoc(),
  'infra/helm/personate/README.md': renderChartValues(join(root, 'infra/helm/personate')),
  'docs/persona.schema.json': json(personaJsonSchema),
  'docs/jsonl.schema.json': json(jsonlSchema),
};

const stale = Object.entries(files).filter(([path, text]) => {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
});
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    process.stderr.write(
      `Stale: ${stale.map(([path]) => path).join(', ')}. Run \`npm run generate\`.\n`,
    );
    process.exit(1);
  }
} else {
  for (const [path, text] of stale) {
    writeFileSync(join(root, path), text);
    process.stderr.write(`wrote ${path}\n`);
  }
}
