import { readFile } from 'node:fs/promises';
import { parsePersonaYaml } from '@personate/personas';
import { describe, expect, it } from '@jest/globals';

describe('docs/personas.md', () => {
  it('shows an example that is a valid persona', async () => {
    const text = await readFile(new URL('../../../docs/personas.md', import.meta.url), 'utf8');
    const examples = [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => match[1] ?? '');
    expect(examples).toHaveLength(1);
    for (const example of examples) {
      expect(parsePersonaYaml(example, { file: 'docs/personas.md' }).id).toBe('mara-quill');
    }
  });
});
