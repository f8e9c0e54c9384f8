import { personaDocumentSchema } from '@personate/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minimalPersona } from './minimal-persona.ts';
import { parsePersonaYaml } from './parse-persona-yaml.ts';
import { renderPersonaYaml } from './render-persona-yaml.ts';
import { canonicalJson, seedHash } from './seed-hash.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const strength = fc.double({ min: 0, max: 1, noNaN: true });
const persona = fc
  .record({
    name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    disclosure: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    persona: fc.record({
      summary: text,
      traits: fc.array(fc.record({ name: text, strength }), { maxLength: 3 }),
      behaviours: fc.array(text, { maxLength: 3 }),
      typicalResponses: fc.array(fc.record({ prompt: text, response: text }), { maxLength: 2 }),
      timeline: fc.array(fc.record({ from: fc.constantFrom('1998', '1998-04'), what: text })),
    }),
    skills: fc.record({
      skills: fc.array(fc.record({ skill: text, level: fc.constantFrom('dabbled', 'expert') })),
    }),
    knowledgeLimits: fc.record({
      asOf: fc.constantFrom('2020-01-31', '2020-01-31T00:00:00Z'),
      smallTalk: fc.dictionary(fc.constantFrom('greeting', 'greeting:de'), fc.array(text)),
    }),
  })
  .map((fields) =>
    personaDocumentSchema.parse({ id: 'ada', subject: { kind: 'fictional' }, ...fields }),
  );

describe('renderPersonaYaml', () => {
  it('writes what parses back to the same persona, and the same text again', () => {
    fc.assert(
      fc.property(persona, (document) => {
        const yaml = renderPersonaYaml(document);
        const back = parsePersonaYaml(yaml, { file: 'persona.yaml' });
        expect(canonicalJson(back)).toBe(canonicalJson(document));
        expect(renderPersonaYaml(back)).toBe(yaml);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out what is empty, so that a new persona is a short file', () => {
    expect(renderPersonaYaml(minimalPersona({ id: 'ada', name: 'Ada Finch' })))
      .toMatchInlineSnapshot(`
"id: ada
name: Ada Finch
subject:
  kind: real
  note: "Not yet stated: until then it counts as a living person and answers nobody."
disclosure: "This is a synthetic persona named Ada Finch: an AI that answers from the documents it
  was given, not a person."
persona:
  voice:
    languages:
      - en
knowledgeLimits:
  enabled: true
  beyond: admit
evolution:
  mode: automatic
  driftBudget: 0.05
"
`);
  });
});

describe('seedHash', () => {
  it('changes with what a file says, not with how it is laid out', () => {
    const one = parsePersonaYaml(
      'id: ada\nname: Ada\nsubject: {kind: fictional}\ndisclosure: Synthetic.\n',
      { file: 'a.yaml' },
    );
    const same = parsePersonaYaml(
      '# a comment\ndisclosure: "Synthetic."\nname: Ada\nid: ada\nsubject:\n  kind: fictional\npersona: {traits: []}\n',
      { file: 'b.yaml' },
    );
    expect(seedHash(one)).toBe(seedHash(same));
    expect(seedHash({ ...one, name: 'Eve' })).not.toBe(seedHash(one));
  });
});
