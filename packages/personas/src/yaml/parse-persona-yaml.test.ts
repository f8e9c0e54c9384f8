import { ExpectedError } from '@personate/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePersonaYaml } from './parse-persona-yaml.ts';

const head = `id: ada-finch
name: Ada Finch
subject: {kind: fictional}
disclosure: A synthetic persona.
`;

function refusal(text: string): ExpectedError {
  try {
    parsePersonaYaml(text, { file: 'persona.yaml' });
  } catch (error) {
    if (error instanceof ExpectedError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('parsePersonaYaml', () => {
  it('reads a persona and fills what was left out', () => {
    const persona = parsePersonaYaml(
      `${head}persona:\n  traits:\n    - {name: curious, strength: 0.9}\n`,
      { file: 'persona.yaml' },
    );
    expect(persona.persona.traits).toEqual([{ name: 'curious', strength: 0.9 }]);
    expect(persona.knowledgeLimits.beyond).toBe('admit');
    expect(persona.evolution).toEqual({ mode: 'automatic', driftBudget: 0.05 });
  });

  it('names every problem with its line and path', () => {
    const error = refusal(
      `${head}persona:\n  traits:\n    - {name: curious, strength: 1.9}\n  behaviors: [hums]\nevolution:\n  mode: sometimes\n`,
    );
    expect(error.code).toBe('persona.yaml-invalid');
    expect(error.message).toContain('line 7, persona.traits[0].strength');
    expect(error.message).toContain(
      'line 8, persona.behaviors: Unknown key "behaviors". Did you mean "behaviours"?',
    );
    expect(error.message).toContain('line 10, evolution.mode');
    expect(error.cause).toHaveLength(3);
    expect(error.fix).toContain('docs/personas.md');
  });

  it('lists the known keys when no key is near the one written', () => {
    const error = refusal(`${head}evolution:\n  zzzzzz: 1\n`);
    expect(error.message).toContain('Known keys here: mode, driftBudget.');
  });

  it('names a missing field at the line of what lacks it', () => {
    const error = refusal(`id: ada\nname: Ada\nsubject: {kind: fictional}\n`);
    expect(error.message).toContain('disclosure');
  });

  it('names the line of broken YAML', () => {
    expect(refusal(`${head}persona: [unclosed\n`).message).toMatch(/line [56]/);
    expect(refusal(`${head}name: Twice\n`).message).toContain('line 5');
  });

  it.each([
    ['an empty file', ''],
    ['a scalar', 'hello'],
    ['a list', '- a\n- b'],
    ['an alias bomb', bomb()],
    ['deep nesting', `${head}persona: ${'['.repeat(50_000)}`],
    ['a prototype key', `${head}__proto__: {polluted: true}\n`],
    ['a file too large', `${head}#${'x'.repeat(2_000_001)}`],
  ])('refuses %s with the stable code', (_name, text) => {
    expect(refusal(text).code).toBe('persona.yaml-invalid');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('gives a document or the stable error for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(refusal(text).code).toBe('persona.yaml-invalid');
      }),
      { numRuns: 300 },
    );
  });
});

function bomb(): string {
  const levels = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level += 1) {
    const previous = String.fromCharCode(96 + level);
    const name = String.fromCharCode(97 + level);
    levels.push(
      `${name}: &${name} [${Array.from({ length: 10 }, () => `*${previous}`).join(', ')}]`,
    );
  }
  return levels.join('\n');
}
